// The book of one stream: decides a command, writes it to the log, and only then changes the state.
//
// Every host keeps its auctions this way (the auctioneer, the simulation, a server's room), and its
// seasons and leagues, so the order "store, then change, then tell" stands in one place. Each due
// Tick of an auction is settled before a command and is a record of its own, by the host. If the
// log refuses, the state stays as it was.
//
//   MemoryLog log;  SeededSalts salts(7);
//   Book book(log, salts, stream_of(setup.auction));
//   book.act_as_host(Create{Shared(setup)}, now);
//   BookAnswer answer = book.act(PlaceBid{lot, {230}}, actor, now);
//   if (const auto* no = std::get_if<Rejection>(&answer)) ...
//
// `BookOf<LeagueMachine>` and `BookOf<SeasonMachine>` keep the other two (league_machine.h,
// season_machine.h). One thread at a time. Log and salts must outlive the book.
#pragma once

#include "libauction/log/event_log.h"
#include "libauction/log/salt.h"

namespace auction {

struct Written {
  std::uint64_t seq = 0;    // of the first event
  std::uint32_t count = 0;  // 0: the command was fine and had nothing to do (a Tick not due)
  Instant at;               // logical time: never before the last record
};
template <class M>
using BookAnswerOf = std::variant<Written, typename M::Refusal, Conflict, StorageFailure>;

// Told of each record after it was stored and applied.
template <class M>
using BookReaderOf = std::function<void(const typename M::State&, const Record&,
                                        std::span<const typename M::Event>)>;

template <class M>
class BookOf {
 public:
  using State = typename M::State;
  using Command = typename M::Command;
  using Context = typename M::Context;
  using Events = std::vector<typename M::Event>;
  using Answer = BookAnswerOf<M>;

  // A new stream, or one continued from where a replay left it.
  BookOf(EventLog& log, SaltSource& salts, StreamId stream);
  BookOf(EventLog& log, SaltSource& salts, StreamId stream, State state, Head head);

  // What `actor` may do follows from the state: a seat, commissioner's rights, or neither. The nil
  // id has neither; the host's commands have a door of their own. What is due is settled first,
  // but for a Tick (one transition) and a Recover.
  [[nodiscard]] Answer act(const Command& command, ActorId actor, Instant now);
  [[nodiscard]] Answer act_as_host(const Command& command, Instant now);

  // With rights that the caller has found elsewhere: a season's stand in its league.
  [[nodiscard]] Answer act_with(const Command& command, const Context& context, ActorId actor);

  // Everything that is due by now. Written counts all events; a refusal never comes.
  [[nodiscard]] Answer settle(Instant now);

  void tell(BookReaderOf<M> reader) { reader_ = std::move(reader); }

  const State& state() const { return state_; }
  const Head& head() const { return head_; }
  StreamId stream() const { return stream_; }
  const Events& events() const { return events_; }  // of the last record, or none after a no

 private:
  Answer write(Instant at, ActorId actor);

  EventLog& log_;
  SaltSource& salts_;
  StreamId stream_;
  State state_;
  Head head_;
  Events events_;
  BookReaderOf<M> reader_;
};

using Book = BookOf<AuctionMachine>;
using BookAnswer = Book::Answer;
using BookReader = BookReaderOf<AuctionMachine>;

}  // namespace auction
