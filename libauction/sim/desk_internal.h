// The desk: where a simulation hands its commands in. Bare state for speed, a book for a log.
#pragma once

#include "libauction/log/book.h"

namespace auction {

class Desk {
 public:
  virtual ~Desk() = default;

  // On Written, `events` are what the command did.
  virtual BookAnswer place(const PlaceBid& bid, ManagerSlot manager, Instant now) = 0;
  virtual BookAnswer manage(const Command& command, ManagerSlot manager, Instant now) = 0;
  virtual BookAnswer conduct(const Command& command, Instant now) = 0;  // the commissioner's
  virtual BookAnswer host(const Command& command, Instant now) = 0;
  virtual const State& state() const = 0;
  virtual const Events& events() const = 0;
};

class BareDesk final : public Desk {
 public:
  BareDesk(State& state, Events& events) : state_(state), events_(events) {}

  BookAnswer place(const PlaceBid& bid, ManagerSlot manager, Instant now) override;
  BookAnswer manage(const Command& command, ManagerSlot manager, Instant now) override;
  BookAnswer conduct(const Command& command, Instant now) override;
  BookAnswer host(const Command& command, Instant now) override;
  const State& state() const override { return state_; }
  const Events& events() const override { return events_; }

 private:
  BookAnswer finish(const std::optional<Rejection>& refused, Instant now);

  State& state_;
  Events& events_;
};

class BookDesk final : public Desk {
 public:
  explicit BookDesk(Book& book) : book_(book) {}

  BookAnswer place(const PlaceBid& bid, ManagerSlot manager, Instant now) override;
  BookAnswer manage(const Command& command, ManagerSlot manager, Instant now) override;
  BookAnswer conduct(const Command& command, Instant now) override;
  BookAnswer host(const Command& command, Instant now) override;
  const State& state() const override { return book_.state(); }
  const Events& events() const override { return book_.events(); }

 private:
  Book& book_;
};

}  // namespace auction
