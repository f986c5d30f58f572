// The increment ladder: which amounts may be bid, band by band.
//
// In a band [from, below) the rungs are from, from + step, from + 2 step ...; the next band begins
// at `below` at the latest. The last band has no end. So a price between two rungs snaps to the
// grid:
//
//   IPL 2024-26, in lakh: {{100, 5}, {200, 10}, {500, 20}, {kNoEnd, 25}}
//   next_rung(ipl, 95) == 100    next_rung(ipl, 100) == 110    next_rung(ipl, 125) == 130
//
// Source: BCCI's clarification for a base price of 1.25 crore (second bid 1.30), Sportstar 2024-11.
#pragma once

#include <vector>

#include "libauction/base/money.h"

namespace auction {

inline constexpr Money kNoEnd{INT64_MAX};

struct Band {
  Money below;  // the first amount that is no longer in this band
  Money step;   // at least 1

  bool operator==(const Band&) const = default;
};

struct Ladder {
  std::vector<Band> bands;  // `below` rising, the last one kNoEnd; never empty

  bool operator==(const Ladder&) const = default;
};

// A ladder of one band: multiples of `step`.
Ladder grid_of(Money step);

Money next_rung(const Ladder& ladder, Money price);  // the least rung above the price
Money rung_after(const Ladder& ladder, Money rung);  // the same for a rung, without a division
Money rung_at_or_above(const Ladder& ladder, Money amount);
Money rung_at_or_below(const Ladder& ladder, Money amount);  // amount >= 0
bool is_rung(const Ladder& ladder, Money amount);

}  // namespace auction
