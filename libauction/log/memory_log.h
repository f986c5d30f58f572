// A log in memory: the reference implementation of the port, and what simulations and tests use.
//
// It never fails and outlives nothing. One thread at a time.
#pragma once

#include <map>
#include <vector>

#include "libauction/log/event_log.h"

namespace auction {

class MemoryLog final : public EventLog {
 public:
  AppendAnswer append(StreamId stream, std::uint64_t expected_seq,
                      std::span<const Record> records) override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  // The whole stream; valid until the next append.
  std::span<const Record> records(StreamId stream) const;

 private:
  std::map<StreamId, std::vector<Record>> streams_;
};

}  // namespace auction
