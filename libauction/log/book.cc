#include "libauction/log/book.h"

namespace auction {
namespace {

// A Tick is what settling is made of; a Recover comes before anything that fell due meanwhile.
bool comes_as_it_is(const Command& command) {
  return std::holds_alternative<Tick>(command) || std::holds_alternative<Recover>(command);
}

}  // namespace

Book::Book(EventLog& log, SaltSource& salts, StreamId stream)
    : Book(log, salts, stream, State{}, genesis(stream)) {}

Book::Book(EventLog& log, SaltSource& salts, StreamId stream, State state, Head head)
    : log_(log), salts_(salts), stream_(stream), state_(std::move(state)), head_(head) {
  AUCTION_CHECK(state_.seq == head_.seq, "the state is the one at the head");
}

BookAnswer Book::act(const Command& command, ActorId actor, Instant now) {
  const Actor known = actor.is_nil() ? Actor{} : actor_of(state_, actor);
  return decide_and_write(command, {known, now}, actor);
}

BookAnswer Book::act_as_host(const Command& command, Instant now) {
  return decide_and_write(command, {kHost, now}, kHostActor);
}

BookAnswer Book::settle(Instant now) {
  now = effective_now(state_, now);
  Written settled{state_.seq + 1, 0, now};
  while (is_due(next_deadline(state_), now)) {
    BookAnswer answer = act_as_host(Tick{}, now);
    const auto* written = std::get_if<Written>(&answer);
    if (written == nullptr) return answer;
    AUCTION_CHECK(written->count > 0, "a due Tick does something");
    settled.count += written->count;
  }
  return settled;
}

BookAnswer Book::decide_and_write(const Command& command, const Context& context, ActorId actor) {
  if (!comes_as_it_is(command)) {
    BookAnswer settled = settle(context.now);
    if (!std::holds_alternative<Written>(settled)) return settled;
  }
  const Instant now = effective_now(state_, context.now);
  if (auto refused = decide(state_, command, {context.actor, now}, events_)) return *refused;
  if (events_.empty()) return Written{state_.seq + 1, 0, now};
  return write(now, actor);
}

// Store, then change, then tell.
BookAnswer Book::write(Instant at, ActorId actor) {
  const Record record = seal(head_, events_, at, actor, salts_.salt(head_.seq + 1));
  AppendAnswer kept = log_.append(stream_, head_.seq, {&record, 1});
  if (auto* conflict = std::get_if<Conflict>(&kept)) return *conflict;
  if (auto* failure = std::get_if<StorageFailure>(&kept)) return *failure;
  apply(state_, events_, at);
  head_ = std::get<Appended>(kept).head;
  if (reader_) reader_(state_, record, events_);
  return Written{record.seq, record.count, at};
}

}  // namespace auction
