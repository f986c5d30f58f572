// The ticker: a line for each lot that is concluded, as the auction goes.
//
//      3  Rishabh Pant                 LSG     27.00 cr   113 bids
#pragma once

#include "examples/auctioneer/screen.h"
#include "libauction/log/book.h"

namespace auction::cli {

class Ticker {
 public:
  explicit Ticker(Screen& screen) : screen_(screen) {}

  // To be told of every record of the book.
  void operator()(const State& state, const Record& record, std::span<const Event> events);

 private:
  void concluded(const State& state, LotNumber lot);

  Screen& screen_;
};

}  // namespace auction::cli
