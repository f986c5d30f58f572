// The desk: where a simulation hands its commands in. Bare state for speed, a book for a log.
#pragma once

#include "libauction/log/book.h"

namespace auction {

enum class Went : std::uint8_t { kDone, kRefused, kStopped };  // kStopped: the log said no

class Desk {
 public:
  explicit Desk(const State& state, const Events& events) : state_(state), events_(events) {}
  virtual ~Desk() = default;

  virtual Went place(const PlaceBid& bid, ManagerSlot manager, Instant now) = 0;
  virtual Went manage(const Command& command, ManagerSlot manager, Instant now) = 0;
  virtual Went conduct(const Command& command, Instant now) = 0;  // the commissioner's
  virtual Went host(const Command& command, Instant now) = 0;

  const State& state() const { return state_; }
  const Events& events() const { return events_; }      // of the last command that went well
  const BookAnswer& answer() const { return answer_; }  // the last that did not

 protected:
  Went answered(BookAnswer answer);

 private:
  const State& state_;
  const Events& events_;
  BookAnswer answer_ = Written{};
};

class BareDesk final : public Desk {
 public:
  BareDesk(State& state, Events& events) : Desk(state, events), state_(state), events_(events) {}

  Went place(const PlaceBid& bid, ManagerSlot manager, Instant now) override;
  Went manage(const Command& command, ManagerSlot manager, Instant now) override;
  Went conduct(const Command& command, Instant now) override;
  Went host(const Command& command, Instant now) override;

 private:
  Went finish(const std::optional<Rejection>& refused, Instant now);

  State& state_;
  Events& events_;
};

class BookDesk final : public Desk {
 public:
  explicit BookDesk(Book& book) : Desk(book.state(), book.events()), book_(book) {}

  Went place(const PlaceBid& bid, ManagerSlot manager, Instant now) override;
  Went manage(const Command& command, ManagerSlot manager, Instant now) override;
  Went conduct(const Command& command, Instant now) override;
  Went host(const Command& command, Instant now) override;

 private:
  Book& book_;
};

}  // namespace auction
