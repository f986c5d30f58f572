// A store in memory: the reference implementation of the port, and what simulations and tests use.
//
// It never fails and outlives nothing. One thread at a time.
#pragma once

#include <map>

#include "libauction/log/store.h"

namespace auction {

class MemoryStore final : public Store {
 public:
  CommitAnswer commit(std::span<const StreamBatch> batch) override;
  FoundAnswer find_answer(StreamId stream, CommandId command) override;
  StreamsAnswer streams() override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  // The whole stream; valid until the next commit.
  std::span<const Record> records(StreamId stream) const;

 private:
  bool is_answered(const StreamBatch& part) const;

  std::map<StreamId, std::vector<Record>> records_;
  std::map<StreamId, std::map<CommandId, StoredAnswer>> answers_;
};

}  // namespace auction
