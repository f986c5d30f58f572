// A line of the naive auctioneer's book: what was done, and when.
//
// The book is all there is. What is asked (who leads, what is left in a purse, when does a lot end)
// is answered by reading it from the first line to the last.
#pragma once

#include "tests/naive/rules.h"

namespace naive {

enum class Fact {
  drawn,   // the order is empty, until the lines queued_again that follow
  opened,  // number: the instant of the start, kNone without
  begun,
  opening,       // a lot is due at the instant `number`
  lot_up,        // lot, asset: open for bids, by the opening that was due first
  bid,           // lot, seat, number: the amount
  retracted,     // lot; number: how many of its bids still stand
  extended,      // lot; number: milliseconds
  sold,          // lot, seat, number: the price
  assigned,      // lot, asset, seat, number: sold by hand, open before or not
  unsold,        // lot: closed without a bid, or
  passed,        // by the commissioner, or
  nobody,        // lot, asset: came up and nobody could buy it
  withdrawn,     // lot
  adjusted,      // seat; number: the delta
  asked,         // the request stage opens; number: until when
  named_anew,    // seat: its earlier list is void
  named,         // seat, asset
  round,         // another round begins
  queued_again,  // asset
  paused,
  resumed,
  recovered,  // number: no deadline before
  ended,      // number: see Ending
  cancelled,
  undone,  // lot: its sale; number: 1 when the asset comes up again
  reset,   // number: what the next draw's seed hashes to
  end_called,
  skipped,    // lot, asset: would have come up after the end was called
  appointed,  // number: who
  dismissed,  // number: who
};

enum class Ending { none, all_lots_done, all_squads_full, nobody_can_bid, by_commissioner };

struct Line {
  Fact fact = Fact::begun;
  int seat = -1;
  int asset = -1;
  Int lot = 0;
  Int number = 0;
  Int at = 0;
  Int seq = 0;
  bool by_hand = false;  // sold or unsold: the commissioner closed it early
};

}  // namespace naive
