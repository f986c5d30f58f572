#include "libauction/replay/fold.h"

#include "libauction/replay/guard.h"

namespace auction {
namespace {

Fault fault_at(const Record& record, std::string what) { return {record.seq, std::move(what)}; }

std::string why_unreadable(const Record& record) {
  if (is_withheld(record)) return "the body is withheld, so the state cannot be replayed past it";
  if (record.version != kRecordVersion) return "the record is of a version that is not known here";
  return "the body does not hold the events it should";
}

void apply_upto(State& state, const Events& events, Instant at, std::uint64_t upto) {
  for (const Event& event : events) {
    if (state.seq >= upto) return;
    apply(state, event, at);
  }
}

std::optional<Fault> fold_guarded(Replay& replay, const Record& record, Events& events,
                                  std::uint64_t upto) {
  try {
    apply_upto(replay.state, events, record.at, upto);
  } catch (const CheckFailure& failure) {
    return fault_at(record, std::string("an event cannot follow: ") + failure.message);
  }
  if (replay.state.seq == last_seq(record)) replay.head = head_after(record);
  return std::nullopt;
}

}  // namespace

std::optional<Fault> fold_record(Replay& replay, const Record& record, Events& events,
                                 std::uint64_t upto) {
  if (!follows(replay.head, record)) {
    const bool gap = record.seq != replay.head.seq + 1;
    return fault_at(record, std::string(sentence(gap ? LinkFault::kSeq : LinkFault::kPrev)));
  }
  if (!decode_body(record, events)) return fault_at(record, why_unreadable(record));
  const CheckGuard guard;
  return fold_guarded(replay, record, events, upto);
}

FoldAnswer fold(EventLog& log, StreamId stream, std::uint64_t upto) {
  const CheckGuard guard;  // one for all records
  Replay replay{State{}, genesis(stream)};
  Events events;
  std::optional<Fault> fault;
  const HeadAnswer read = log.read(stream, 1, [&](const Record& record) {
    if (record.seq > upto) return false;
    fault = fold_record(replay, record, events, upto);
    return !fault;
  });
  if (const auto* failure = std::get_if<StorageFailure>(&read)) return *failure;
  if (fault) return *fault;
  return replay;
}

FoldAnswer fold(std::span<const Record> records, StreamId stream, std::uint64_t upto) {
  const CheckGuard guard;
  Replay replay{State{}, genesis(stream)};
  Events events;
  for (const Record& record : records) {
    if (record.seq > upto) break;
    if (auto fault = fold_record(replay, record, events, upto)) return *fault;
  }
  return replay;
}

std::optional<StreamId> named_stream(const Record& first) {
  Events events;
  if (!decode_body(first, events)) return std::nullopt;
  const auto* created = std::get_if<AuctionCreated>(&events.front());
  if (created == nullptr) return std::nullopt;
  return stream_of(created->setup->auction);
}

}  // namespace auction
