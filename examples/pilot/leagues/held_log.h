// A log that holds what is written to it, until somebody commits it as one batch.
//
// For several commands to one stream that shall be kept together or not at all.
#pragma once

#include <vector>

#include "libauction/log/event_log.h"

namespace pilot {

using namespace auction;

class HeldLog final : public EventLog {
 public:
  AppendAnswer append(StreamId, std::uint64_t, std::span<const Record> records) override {
    records_.insert(records_.end(), records.begin(), records.end());
    return Appended{head_after(records_.back())};
  }
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override {
    for (const Record& record : records_) {
      if (last_seq(record) >= from_seq && !visit(record)) break;
    }
    return head(stream);
  }
  HeadAnswer head(StreamId stream) override {
    return records_.empty() ? genesis(stream) : head_after(records_.back());
  }

  const std::vector<Record>& records() const { return records_; }

 private:
  std::vector<Record> records_;
};

}  // namespace pilot
