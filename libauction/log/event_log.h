// The event log: the port behind which records are kept. Memory, SQLite and PostgreSQL stand there.
//
// What every implementation promises (tests/log/event_log_conformance.h holds it to that):
// - append is all or nothing, and `Appended` means durable as far as the implementation claims;
// - it is a compare-and-append: it succeeds only if the stream ends exactly where the first record
//   begins, seq and hash, so a second writer is refused and no fork can be stored (hashes are
//   compared, not recomputed: that is what verify does);
// - records of one stream are read in order, as they were written; streams do not touch each other;
// - after a StorageFailure of append nothing may be assumed: read the head to learn what was kept.
//
//   auto answer = log.append(stream, head.seq, {&record, 1});
//   if (std::holds_alternative<Appended>(answer)) apply(state, events, record.at);
//
// One thread at a time for each log, unless the implementation says more.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <variant>

#include "libauction/log/chain.h"

namespace auction {

struct Appended {
  Head head;  // the stream's end now
};
struct Conflict {
  Head head;  // where the stream really ends: catch up and decide again
};
struct StorageFailure {
  std::string what;  // for people and logs: "disk full"
};
using AppendAnswer = std::variant<Appended, Conflict, StorageFailure>;
using HeadAnswer = std::variant<Head, StorageFailure>;

// False ends the reading.
using RecordVisitor = std::function<bool(const Record&)>;

class EventLog {
 public:
  virtual ~EventLog() = default;

  // `records`: at least one, each following the one before. `expected_seq`: of the last event that
  // the caller knows of, 0 for a new stream.
  [[nodiscard]] virtual AppendAnswer append(StreamId stream, std::uint64_t expected_seq,
                                            std::span<const Record> records) = 0;

  // Visits every record that ends at `from_seq` or later, in order, and tells the stream's head. A
  // record must not be kept by reference. An unknown stream is empty: its head is genesis(stream).
  [[nodiscard]] virtual HeadAnswer read(StreamId stream, std::uint64_t from_seq,
                                        const RecordVisitor& visit) = 0;

  [[nodiscard]] virtual HeadAnswer head(StreamId stream) = 0;
};

}  // namespace auction
