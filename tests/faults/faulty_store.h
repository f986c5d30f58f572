// A store in memory that fails when it is told to, and knows the truth.
//
// Each commit meets a fate: kept, refused (nothing of it is kept), or kept although the answer says
// that it failed, as when the power of the disk's cable is the thing that went. A commit is all or
// nothing whatever its fate. `witness` sees what is really kept, in that order.
//
//   FaultyStore store;
//   store.fate = [](std::uint64_t n) { return n % 3 == 0 ? Fate::kRefused : Fate::kKept; };
#pragma once

#include <functional>
#include <map>

#include "libauction/log/store.h"

namespace auction {

enum class Fate : std::uint8_t { kKept, kRefused, kKeptButFailed };

class FaultyStore final : public Store {
 public:
  CommitAnswer commit(std::span<const StreamBatch> batch) override;
  FoundAnswer find_answer(StreamId stream, CommandId command) override;
  StreamsAnswer streams() override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  std::function<Fate(std::uint64_t number)> fate;  // of the n-th commit, from 1
  std::function<void(std::span<const StreamBatch> kept)> witness;
  bool unreadable = false;  // every look fails
  bool committing = false;  // a batch is with the writer: nobody else may use the store

  const std::vector<Record>& records(StreamId stream) const;
  const StoredAnswer* answer(StreamId stream, CommandId command) const;
  std::uint64_t commits() const { return commits_; }

  // Something no store may be asked to do: two answers under one id.
  const std::string& wrong() const { return wrong_; }

 private:
  struct Stream {
    std::vector<Record> records;
    std::map<CommandId, StoredAnswer> answers;
  };
  Head end_of(StreamId stream) const;
  bool looked_at();  // false: it cannot be read
  void keep(const StreamBatch& part);

  std::map<StreamId, Stream> streams_;
  std::uint64_t commits_ = 0;
  std::string wrong_;
};

}  // namespace auction
