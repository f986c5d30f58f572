// Where an auction's events are kept as it goes: in memory, sealed when somebody asks, or in a
// store, sealed and committed before the state moves.
//
// In memory a bid costs no hash. The chain is made of what was kept, in one go, when the log is
// looked at, saved or verified; the same seed gives the same bytes whenever that happens.
#pragma once

#include <memory>
#include <vector>

#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/auction/state.h"
#include "libauction/log/salt.h"

namespace auction::python {

// A stream and its records: immutable, shared by everybody who looks at it.
struct KeptLog {
  StreamId stream;
  StreamKind kind = StreamKind::kAuction;
  std::shared_ptr<const std::vector<Record>> records;
};

// An open store, until somebody closes it.
struct OpenStore {
  std::string path;
  std::unique_ptr<SqliteStore> store;
};

class Keeping {
 public:
  Keeping(StreamId stream, std::uint64_t seed);
  Keeping(StreamId stream, std::shared_ptr<OpenStore> store, Head head);

  // To be called before the state moves; raises StorageError if the store says no.
  void keep(std::span<const Event> events, Instant at, ActorId actor);

  // Forgets what was before: the log of a copy begins at `head`.
  void forget() { whole_ = false; }

  KeptLog log();  // raises where there is none to show
  Head head();
  bool in_store() const { return store_ != nullptr; }
  const std::shared_ptr<OpenStore>& store() const { return store_; }

 private:
  struct Entry {
    Instant at;
    ActorId actor;
    std::uint32_t count;
  };

  void seal_pending();
  void commit(std::span<const Event> events, Instant at, ActorId actor);

  StreamId stream_;
  std::uint64_t seed_ = 0;
  std::shared_ptr<OpenStore> store_;
  std::shared_ptr<SaltSource> salts_;
  bool whole_ = true;
  Head head_;
  std::shared_ptr<std::vector<Record>> sealed_ = std::make_shared<std::vector<Record>>();
  std::vector<Entry> entries_;
  std::vector<Event> events_;
};

// The store behind a handle; raises ClosedError after close().
SqliteStore& open_store(const OpenStore& store);

}  // namespace auction::python
