// The amounts that may be bid: a staircase.
#pragma once

#include "tests/naive/picture.h"

namespace naive {

// The lowest rung at or above the amount, and the highest at or below it (kNone: there is none).
Int rung_at_or_above(const Rules& rules, Int amount);
Int rung_at_or_below(const Rules& rules, Int amount);

Int least_bid(const Rules& rules, const Lot& lot, Int base);

// The base price is a legal first bid whether it is a rung or not.
bool on_a_rung(const Rules& rules, const Lot& lot, Int base, Int amount);

// The highest amount that may be bid with no more than `most`; 0 if there is none.
Int highest_legal(const Rules& rules, const Lot& lot, Int base, Int most);

}  // namespace naive
