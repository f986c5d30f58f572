#include "libauction/log/memory_log.h"

namespace auction {

AppendAnswer MemoryLog::append(StreamId stream, std::uint64_t expected_seq,
                               std::span<const Record> records) {
  AUCTION_CHECK(!records.empty(), "an append holds at least one record");
  const Head end = std::get<Head>(head(stream));
  if (end.seq != expected_seq || records.front().prev != end.hash) return Conflict{end};
  Head next = end;
  for (const Record& record : records) {
    AUCTION_CHECK(follows(next, record), "records to append follow");
    next = head_after(record);
  }
  std::vector<Record>& kept = streams_[stream];
  kept.insert(kept.end(), records.begin(), records.end());
  return Appended{next};
}

HeadAnswer MemoryLog::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  for (const Record& record : records(stream)) {
    if (last_seq(record) >= from_seq && !visit(record)) break;
  }
  return head(stream);
}

HeadAnswer MemoryLog::head(StreamId stream) {
  const std::span<const Record> kept = records(stream);
  return kept.empty() ? genesis(stream) : head_after(kept.back());
}

std::span<const Record> MemoryLog::records(StreamId stream) const {
  const auto found = streams_.find(stream);
  return found == streams_.end() ? std::span<const Record>{} : found->second;
}

}  // namespace auction
