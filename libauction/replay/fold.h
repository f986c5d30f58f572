// Fold: a log in, the state out. Restart, time travel and every dispute are this one loop.
//
// The log is read in order and must be gapless, each record naming the one before; its hashes are
// compared, not recomputed (verify.h does that). A log that does not fit, whoever wrote it, is a
// Fault and never a crash: decoding bounds every count, and failed checks are caught (guard.h).
//
//   FoldAnswer answer = fold(log, stream);           // the state now
//   FoldAnswer then = fold(log, stream, 141);        // the state after event 141
//   if (auto* replay = std::get_if<Replay>(&answer)) Book book(log, salts, stream, replay->state,
//                                                              replay->head);
//
// The other kinds of stream: fold<LeagueMachine>(log, stream), fold<SeasonMachine>(log, stream).
// Thread-compatible.
#pragma once

#include "libauction/log/event_log.h"

namespace auction {

// What is wrong with a log, and at which event's seq the record begins that shows it.
struct Fault {
  std::uint64_t seq = 0;
  std::string what;  // a sentence

  bool operator==(const Fault&) const = default;
};

// How far a replay has come. The head is the end of the last whole record.
template <class M>
struct ReplayOf {
  typename M::State state;
  Head head;
};
using Replay = ReplayOf<AuctionMachine>;

template <class M>
using FoldAnswerOf = std::variant<ReplayOf<M>, Fault, StorageFailure>;
using FoldAnswer = FoldAnswerOf<AuctionMachine>;

inline constexpr std::uint64_t kToTheEnd = UINT64_MAX;

// The state after event `upto` (0: before the first). A log that ends earlier gives its last state.
// `upto` may lie inside a record.
template <class M = AuctionMachine>
FoldAnswerOf<M> fold(EventLog& log, StreamId stream, std::uint64_t upto = kToTheEnd);
template <class M = AuctionMachine>
FoldAnswerOf<M> fold(std::span<const Record> records, StreamId stream,
                     std::uint64_t upto = kToTheEnd);

// One record onto a replay; `events` is memory to reuse. After a fault the replay is used up.
template <class M>
std::optional<Fault> fold_record(ReplayOf<M>& replay, const Record& record,
                                 std::vector<typename M::Event>& events,
                                 std::uint64_t upto = kToTheEnd);

// The stream a first record says it belongs to, of whatever kind; nothing if it is no such record.
std::optional<StreamId> named_stream(const Record& first);

}  // namespace auction
