// The store: the port of a log that many rooms share, committed in groups, with the answers given.
//
// One commit holds the records of any number of streams and the answers to the commands that made
// them (or were refused on the way): all of it or none. `Committed` means durable as far as the
// implementation claims, and until then nothing may leave the process: no answer, no broadcast, no
// view.
//
// What every implementation promises (tests/log/store_conformance.h holds it to that):
// - a stream's part is a compare-and-append as in event_log.h; one stream that does not fit refuses
//   the whole batch and names it;
// - a stored answer is found again by stream and command id for the life of the stream, byte for
//   byte; a command id that has an answer already refuses the batch in the same way;
// - after StorageFailure nothing may be assumed: read heads before writing again.
//
// Answers stand outside the chain. Their payload digest tells a retry (same id, same payload: the
// stored answer) from another command under the same id (refused, nothing disclosed).
//
// One thread at a time, unless the implementation says more.
#pragma once

#include <optional>
#include <vector>

#include "libauction/log/event_log.h"

namespace auction {

struct StoredAnswer {
  CommandId command;
  Digest payload;  // SHA-256 of who asked what: actor and the command's canonical bytes
  Bytes answer;    // the room's own encoding

  bool operator==(const StoredAnswer&) const = default;
};

// One stream's part of a batch. Records may be none: refusals leave answers alone.
struct StreamBatch {
  StreamId stream;
  std::uint64_t expected_seq = 0;
  std::vector<Record> records;
  std::vector<StoredAnswer> answers;
};

struct Committed {};
struct BatchConflict {
  StreamId stream;
  Head head;  // where that stream really ends
};
using CommitAnswer = std::variant<Committed, BatchConflict, StorageFailure>;
using FoundAnswer = std::variant<std::optional<StoredAnswer>, StorageFailure>;
using StreamsAnswer = std::variant<std::vector<StreamId>, StorageFailure>;

// For implementations. What a caller must get right: a stream has one part, a command one answer,
// records follow each other. And whether a part fits where its stream ends.
void check_batch(std::span<const StreamBatch> batch);
bool fits(const StreamBatch& part, const Head& end);

class Store {
 public:
  virtual ~Store() = default;

  [[nodiscard]] virtual CommitAnswer commit(std::span<const StreamBatch> batch) = 0;

  [[nodiscard]] virtual FoundAnswer find_answer(StreamId stream, CommandId command) = 0;
  [[nodiscard]] virtual StreamsAnswer streams() = 0;  // those with records, by id
  [[nodiscard]] virtual HeadAnswer read(StreamId stream, std::uint64_t from_seq,
                                        const RecordVisitor& visit) = 0;
  [[nodiscard]] virtual HeadAnswer head(StreamId stream) = 0;
};

}  // namespace auction
