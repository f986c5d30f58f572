// The judge: may this bid stand? Plain facts in, the first failing rule out.
//
// The order of the rules is part of the contract. A bid that may stand is found by comparing one
// cached integer (`limit`); only a refusal looks for its reason.
#pragma once

#include <optional>

#include "libauction/base/instant.h"
#include "libauction/base/money.h"
#include "libauction/bid/ladder.h"
#include "libauction/bid/rejection.h"

namespace auction {

struct BidFacts {
  bool running = false;
  bool paused = false;
  bool lot_open = false;    // the lot named exists and has not been closed
  bool enrolled = false;    // the actor has a seat
  bool leading = false;     // and leads this lot already
  bool self_raise = false;  // the rule set lets a leader raise
  bool fixed_next = false;  // the bid names no amount: the next price is the only one
  bool squad_room = false;
  bool quota_room = false;
  Instant now;
  Instant ends_at;
  std::uint64_t last_bid_seq = 0;
  std::uint64_t expected_seq = 0;  // 0: no guard
  Money amount;
  Money least;  // the least bid that would be high enough
  Money free;   // purse less commitments, own lead on this lot given back
  Money limit;  // the most that still leaves a squad to be filled; 0: none
};

// On a rung, or the base price as a first bid; with fixed next prices the least bid alone.
inline bool on_grid(const BidFacts& f, const Ladder& ladder) {
  return f.amount == f.least || (!f.fixed_next && is_rung(ladder, f.amount));
}

// The highest amount this bidder could bid now, or 0.
Money most(const BidFacts& facts, const Ladder& ladder);

// True if the bid may stand.
inline bool acceptable(const BidFacts& f, const Ladder& ladder) {
  return f.running && f.lot_open && f.now < f.ends_at && f.enrolled &&
         (!f.leading || f.self_raise) &&
         (f.expected_seq == 0 || f.last_bid_seq <= f.expected_seq) && f.amount >= f.least &&
         f.amount <= f.limit && on_grid(f, ladder);
}

// The first rule that failed, with the limit that would do. Only for a bid that is not acceptable.
Rejection refuse(const BidFacts& facts, const Ladder& ladder, std::uint64_t seq);

}  // namespace auction
