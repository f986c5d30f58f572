#include "libauction/replay/fold.h"

#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"
#include "libauction/replay/guard.h"

namespace auction {
namespace {

Fault fault_at(const Record& record, std::string what) { return {record.seq, std::move(what)}; }

std::string why_unreadable(const Record& record, StreamKind kind) {
  if (is_withheld(record)) return "the body is withheld, so the state cannot be replayed past it";
  if (kind_of(record) != kind && kind_of(record) <= StreamKind::kLeague) {
    return "the record is of another kind of stream (" + std::string(word(kind_of(record))) + ")";
  }
  if (record.version != record_version(kind)) {
    return "the record is of a version that is not known here";
  }
  return "the body does not hold the events it should";
}

template <class State, class Event>
void apply_upto(State& state, const std::vector<Event>& events, Instant at, std::uint64_t upto) {
  for (const Event& event : events) {
    if (state.seq >= upto) return;
    apply(state, event, at);
  }
}

template <class M>
std::optional<Fault> fold_guarded(ReplayOf<M>& replay, const Record& record,
                                  const std::vector<typename M::Event>& events,
                                  std::uint64_t upto) {
  try {
    apply_upto(replay.state, events, record.at, upto);
  } catch (const CheckFailure& failure) {
    return fault_at(record, std::string("an event cannot follow: ") + failure.message);
  }
  if (replay.state.seq == last_seq(record)) replay.head = head_after(record);
  return std::nullopt;
}

template <class M>
std::optional<StreamId> begun_by(const Record& first) {
  std::vector<typename M::Event> events;
  if (!decode_body<M>(first, events)) return std::nullopt;
  return M::begins(events.front());
}

}  // namespace

template <class M>
std::optional<Fault> fold_record(ReplayOf<M>& replay, const Record& record,
                                 std::vector<typename M::Event>& events, std::uint64_t upto) {
  if (!follows(replay.head, record)) {
    const bool gap = record.seq != replay.head.seq + 1;
    return fault_at(record, std::string(sentence(gap ? LinkFault::kSeq : LinkFault::kPrev)));
  }
  if (!decode_body<M>(record, events)) return fault_at(record, why_unreadable(record, M::kKind));
  const CheckGuard guard;
  return fold_guarded(replay, record, events, upto);
}

template <class M>
FoldAnswerOf<M> fold(EventLog& log, StreamId stream, std::uint64_t upto) {
  const CheckGuard guard;  // one for all records
  ReplayOf<M> replay{typename M::State{}, genesis(stream)};
  std::vector<typename M::Event> events;
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

template <class M>
FoldAnswerOf<M> fold(std::span<const Record> records, StreamId stream, std::uint64_t upto) {
  const CheckGuard guard;
  ReplayOf<M> replay{typename M::State{}, genesis(stream)};
  std::vector<typename M::Event> events;
  for (const Record& record : records) {
    if (record.seq > upto) break;
    if (auto fault = fold_record(replay, record, events, upto)) return *fault;
  }
  return replay;
}

std::optional<StreamId> named_stream(const Record& first) {
  switch (kind_of(first)) {
    case StreamKind::kAuction:
      return begun_by<AuctionMachine>(first);
    case StreamKind::kSeason:
      return begun_by<SeasonMachine>(first);
    case StreamKind::kLeague:
      return begun_by<LeagueMachine>(first);
  }
  return std::nullopt;
}

template std::optional<Fault> fold_record(Replay&, const Record&, Events&, std::uint64_t);
template std::optional<Fault> fold_record(ReplayOf<SeasonMachine>&, const Record&, SeasonEvents&,
                                          std::uint64_t);
template std::optional<Fault> fold_record(ReplayOf<LeagueMachine>&, const Record&, LeagueEvents&,
                                          std::uint64_t);
template FoldAnswer fold<AuctionMachine>(EventLog&, StreamId, std::uint64_t);
template FoldAnswerOf<SeasonMachine> fold<SeasonMachine>(EventLog&, StreamId, std::uint64_t);
template FoldAnswerOf<LeagueMachine> fold<LeagueMachine>(EventLog&, StreamId, std::uint64_t);
template FoldAnswer fold<AuctionMachine>(std::span<const Record>, StreamId, std::uint64_t);
template FoldAnswerOf<SeasonMachine> fold<SeasonMachine>(std::span<const Record>, StreamId,
                                                         std::uint64_t);
template FoldAnswerOf<LeagueMachine> fold<LeagueMachine>(std::span<const Record>, StreamId,
                                                         std::uint64_t);

}  // namespace auction
