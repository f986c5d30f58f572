// The book of one auction: decides a command, writes it to the log, and only then changes the
// state.
//
// Every host keeps its auctions this way (the auctioneer, the simulation, a server's room), so the
// order "store, then change, then tell" stands in one place. Each due Tick is settled before a
// command and is a record of its own, by the host. If the log refuses, the state stays as it was.
//
//   MemoryLog log;  SeededSalts salts(7);
//   Book book(log, salts, stream_of(setup.auction));
//   book.act_as_host(Create{Shared(setup)}, now);
//   BookAnswer answer = book.act(PlaceBid{lot, {230}}, actor, now);
//   if (const auto* no = std::get_if<Rejection>(&answer)) ...
//
// One thread at a time. Log and salts must outlive the book.
#pragma once

#include "libauction/auction/settle.h"
#include "libauction/log/event_log.h"
#include "libauction/log/salt.h"

namespace auction {

struct Written {
  std::uint64_t seq = 0;    // of the first event
  std::uint32_t count = 0;  // 0: the command was fine and had nothing to do (a Tick not due)
  Instant at;               // logical time: never before the last record
};
using BookAnswer = std::variant<Written, Rejection, Conflict, StorageFailure>;

// Told of each record after it was stored and applied.
using BookReader = std::function<void(const State&, const Record&, std::span<const Event>)>;

class Book {
 public:
  // A new auction, or one continued from where a replay left it.
  Book(EventLog& log, SaltSource& salts, StreamId stream);
  Book(EventLog& log, SaltSource& salts, StreamId stream, State state, Head head);

  // What `actor` may do follows from the state: a seat, commissioner's rights, or neither. The nil
  // id has neither; the host's commands have a door of their own. What is due is settled first,
  // but for a Tick (one transition) and a Recover.
  [[nodiscard]] BookAnswer act(const Command& command, ActorId actor, Instant now);
  [[nodiscard]] BookAnswer act_as_host(const Command& command, Instant now);

  // Everything that is due by now. Written counts all events; a Rejection never comes.
  [[nodiscard]] BookAnswer settle(Instant now);

  void tell(BookReader reader) { reader_ = std::move(reader); }

  const State& state() const { return state_; }
  const Head& head() const { return head_; }
  StreamId stream() const { return stream_; }
  const Events& events() const { return events_; }  // of the last record, or none after a no

 private:
  BookAnswer decide_and_write(const Command& command, const Context& context, ActorId actor);
  BookAnswer write(Instant at, ActorId actor);

  EventLog& log_;
  SaltSource& salts_;
  StreamId stream_;
  State state_;
  Head head_;
  Events events_;
  BookReader reader_;
};

}  // namespace auction
