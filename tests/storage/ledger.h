// What a store was told and what it acknowledged, and whether a store found later agrees.
//
// A store that was cut off at any moment must hold the first k batches, whole and unchanged, and
// nothing else: k not less than what was acknowledged, and not more than what was tried.
#pragma once

#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/base/random.h"

namespace auction {

class Ledger {
 public:
  // A batch that fits after all batches so far: some streams, some records, some answers.
  std::vector<StreamBatch> draw(SplitMix64& chance);

  void tried(const std::vector<StreamBatch>& batch);
  std::size_t batches() const { return ends_.size() - 1; }

  // Tried batches after the k-th never happened.
  void forget_after(std::size_t k);

  // How many batches the store holds; nothing if it holds no such number, with the reason.
  std::optional<std::size_t> count_in(SqliteStore& store, std::string& why) const;

  // A snapshot of a stream as of its end now, and whether one that was found may be so.
  Snapshot snapshot(StreamId stream) const;
  bool may_be(StreamId stream, const Snapshot& snapshot) const;

  static StreamId stream(std::size_t i) { return {0x57, i + 1}; }
  static constexpr std::size_t kStreams = 4;

 private:
  struct End {
    std::vector<Head> heads;  // of each stream
    std::uint64_t answers = 0;
  };

  std::optional<std::string> fault_in_answers(SqliteStore& store, std::size_t k) const;

  std::vector<End> ends_{first()};
  std::vector<std::vector<std::pair<StreamId, StoredAnswer>>> answers_{{}};  // of each batch

  static End first();
};

}  // namespace auction
