// The live board: lots go by in their own time, and on a terminal the one that is open is shown
// with its price, its leader and what is left of its clock.
//
//      3  Rishabh Pant                 LSG             20.75 cr   12 s
#pragma once

#include "examples/auctioneer/demo/board.h"
#include "examples/auctioneer/demo/pace.h"

namespace auction::demo {

class Live {
 public:
  Live(cli::Screen& screen, Pace pace) : screen_(screen), board_(screen), pace_(std::move(pace)) {}

  // To be told of every record, and to be called before anything is done at `at`.
  void operator()(const State& state, const Record& record, std::span<const Event> events);
  void wait_until(const State& state, Instant at);

 private:
  void draw(const State& state, Instant now);

  cli::Screen& screen_;
  Board board_;
  Pace pace_;
};

}  // namespace auction::demo
