#include "libauction/log/book.h"

#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"

namespace auction {
namespace {

// Only an auction has deadlines: nothing falls due in the others.
template <class M>
constexpr bool kHasDeadlines = M::kKind == StreamKind::kAuction;

// A Tick is what settling is made of; a Recover comes before anything that fell due meanwhile.
bool comes_as_it_is(const Command& command) {
  return std::holds_alternative<Tick>(command) || std::holds_alternative<Recover>(command);
}

}  // namespace

template <class M>
BookOf<M>::BookOf(EventLog& log, SaltSource& salts, StreamId stream)
    : BookOf(log, salts, stream, State{}, genesis(stream)) {}

template <class M>
BookOf<M>::BookOf(EventLog& log, SaltSource& salts, StreamId stream, State state, Head head)
    : log_(log), salts_(salts), stream_(stream), state_(std::move(state)), head_(head) {
  AUCTION_CHECK(state_.seq == head_.seq, "the state is the one at the head");
}

template <class M>
typename BookOf<M>::Answer BookOf<M>::act(const Command& command, ActorId actor, Instant now) {
  return act_with(command, M::context(state_, actor, now), actor);
}

template <class M>
typename BookOf<M>::Answer BookOf<M>::act_as_host(const Command& command, Instant now) {
  return act_with(command, M::host(now), kHostActor);
}

template <class M>
typename BookOf<M>::Answer BookOf<M>::settle(Instant now) {
  now = later(now, state_.last_at);
  Written settled{state_.seq + 1, 0, now};
  if constexpr (kHasDeadlines<M>) {
    while (is_due(next_deadline(state_), now)) {
      Answer answer = act_as_host(Tick{}, now);
      const auto* written = std::get_if<Written>(&answer);
      if (written == nullptr) return answer;
      AUCTION_CHECK(written->count > 0, "a due Tick does something");
      settled.count += written->count;
    }
  }
  return settled;
}

template <class M>
typename BookOf<M>::Answer BookOf<M>::act_with(const Command& command, const Context& context,
                                               ActorId actor) {
  if constexpr (kHasDeadlines<M>) {
    if (!comes_as_it_is(command)) {
      Answer settled = settle(context.now);
      if (!std::holds_alternative<Written>(settled)) return settled;
    }
  }
  Context timed = context;
  timed.now = later(context.now, state_.last_at);
  if (auto refused = M::decide(state_, command, timed, events_)) return *std::move(refused);
  if (events_.empty()) return Written{state_.seq + 1, 0, timed.now};
  return write(timed.now, actor);
}

// Store, then change, then tell.
template <class M>
typename BookOf<M>::Answer BookOf<M>::write(Instant at, ActorId actor) {
  const Record record = seal<M>(head_, events_, at, actor, salts_.salt(head_.seq + 1));
  AppendAnswer kept = log_.append(stream_, head_.seq, {&record, 1});
  if (auto* conflict = std::get_if<Conflict>(&kept)) return *conflict;
  if (auto* failure = std::get_if<StorageFailure>(&kept)) return *failure;
  apply(state_, events_, at);
  head_ = std::get<Appended>(kept).head;
  if (reader_) reader_(state_, record, events_);
  return Written{record.seq, record.count, at};
}

template class BookOf<AuctionMachine>;
template class BookOf<SeasonMachine>;
template class BookOf<LeagueMachine>;

}  // namespace auction
