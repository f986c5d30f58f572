// The naive auctioneer: slow, independent and obviously right.
//
// Written from the page of rules and from docs/decisions/0002 and 0009, never from the engine. He
// keeps one book of everything that was accepted and reads it anew, from the first line to the
// last, when a question comes after a new line; nothing else is cached.
//
//   naive::Auctioneer he(setup);
//   naive::Answer answer = he.hear(act);     // refuses with a word, or writes into his book
//   while (he.tick(now)) {}                  // whatever is due
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/naive/act.h"
#include "tests/naive/clock.h"
#include "tests/naive/count.h"

namespace naive {

class Auctioneer {
 public:
  explicit Auctioneer(std::shared_ptr<const Setup> setup) : setup_(std::move(setup)) {}

  Answer hear(const Act& act);

  // Performs one due transition; false if nothing is due.
  bool tick(Int now);

  // Holds until he is asked again after another line was written.
  const Picture& look() const {
    if (seen_ != book_.size()) picture_ = read(*setup_, book_);
    seen_ = book_.size();
    return picture_;
  }
  const Setup& setup() const { return *setup_; }
  const std::vector<Line>& book() const { return book_; }

 private:
  Answer begin(const Act& act);
  Answer recover(const Act& act);
  Answer bid(const Act& act);
  Answer judge(const Act& act);
  Answer request(const Act& act);

  Answer command(const Act& act);  // the commissioner's
  Answer change_course(const Act& act);
  Answer change_lot(const Act& act);
  Answer change_money(const Act& act);
  Answer open(const Act& act);
  Answer draw(const Act& act);
  Answer retract(const Act& act);
  Answer assign(const Act& act);
  Answer adjust(const Act& act);
  Answer cancel(const Act& act);
  Answer undo_sale(const Act& act);
  Answer reset(const Act& act);
  Answer end_early(const Act& act);
  Answer change_rights(const Act& act);

  void write(Line line);
  void write_conclusion(Line line);  // and the opening that follows from it
  void start();
  void first_openings();
  void give_it_an_opening();
  void bring_up_next();
  void wrap_up();
  void begin_round(const std::vector<int>& assets);
  void end_requests();
  void end();

  std::shared_ptr<const Setup> setup_;
  std::vector<Line> book_;
  mutable Picture picture_;
  mutable std::size_t seen_ = SIZE_MAX;  // lines, when the picture was made
  Int now_ = 0;                          // of the act in hand: never before the last line
  Int seq_ = 0;
};

}  // namespace naive
