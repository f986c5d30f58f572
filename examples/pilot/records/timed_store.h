// A store that tells how its commits went: how long the last one took, and how many failed.
//
// Commits come from the writer's thread, the figures are read from any.
#pragma once

#include <atomic>

#include "libauction/log/store.h"

namespace pilot {

using namespace auction;

class TimedStore final : public Store {
 public:
  explicit TimedStore(Store& store) : store_(store) {}

  CommitAnswer commit(std::span<const StreamBatch> batch) override;
  FoundAnswer find_answer(StreamId stream, CommandId command) override {
    return store_.find_answer(stream, command);
  }
  StreamsAnswer streams() override { return store_.streams(); }
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override {
    return store_.read(stream, from_seq, visit);
  }
  HeadAnswer head(StreamId stream) override { return store_.head(stream); }

  Millis last_commit() const { return {last_ms_}; }
  std::uint64_t failures() const { return failures_; }

 private:
  Store& store_;
  std::atomic<std::int64_t> last_ms_{0};
  std::atomic<std::uint64_t> failures_{0};
};

}  // namespace pilot
