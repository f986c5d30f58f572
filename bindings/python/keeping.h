// Where the events of an auction, a season or a league are kept as it goes: in memory, sealed when
// somebody asks, or in a store, sealed and committed before the state moves.
//
// In memory a bid costs no hash. The chain is made of what was kept, in one go, when the log is
// looked at, saved or verified; the same seed gives the same bytes whenever that happens.
#pragma once

#include <memory>
#include <vector>

#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/auction/state.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/salt.h"
#include "libauction/log/season_machine.h"

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

template <class M>
class KeepingOf {
 public:
  using Event = typename M::Event;

  // A new stream. Raises StorageError if the store, where one is given, holds it already.
  KeepingOf(StreamId stream, std::uint64_t seed, std::shared_ptr<OpenStore> store);
  // One that goes on where a store has it.
  KeepingOf(StreamId stream, std::shared_ptr<OpenStore> store, Head head);
  // None: what a copy, or a state made from bytes, has.
  static KeepingOf forgotten(StreamId stream);

  // To be called before the state moves; raises StorageError if the store says no.
  void keep(std::span<const Event> events, Instant at, ActorId actor);

  KeptLog log();  // raises where there is none to show
  Head head();
  bool in_store() const { return store_ != nullptr; }
  bool keeps() const { return store_ != nullptr || whole_; }  // false: `keep` does nothing
  StreamId stream() const { return stream_; }

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
using Keeping = KeepingOf<AuctionMachine>;

// The store behind a handle; raises ClosedError after close().
SqliteStore& open_store(const OpenStore& store);

// Every record of a stream in an open store, none where it does not hold the stream.
std::vector<Record> stored_records(const OpenStore& store, StreamId stream);

}  // namespace auction::python
