#include "tests/naive/rungs.h"

#include <algorithm>
#include <limits>

namespace naive {
namespace {

// The staircase as bands, whatever the way of bidding.
std::vector<Band> bands_of(const Rules& rules) {
  if (rules.bidding == Bidding::any_higher) return {{0, kNone, rules.grid}};
  return rules.ladder;
}

constexpr Int kGreatest = std::numeric_limits<Int>::max();

bool inside(const Band& band, Int amount) {
  return amount >= band.from && (band.below == kNone || amount < band.below);
}

}  // namespace

Int rung_at_or_above(const Rules& rules, Int amount) {
  for (const Band& band : bands_of(rules)) {
    if (!inside(band, amount)) continue;
    const Int over = (amount - band.from) % band.step;
    if (over == 0) return amount;
    const Int up = band.step - over;
    if (up > kGreatest - amount) return kGreatest;  // beyond all numbers
    if (inside(band, amount + up)) return amount + up;
    return band.below;  // the next band begins with a rung
  }
  return kNone;
}

Int rung_at_or_below(const Rules& rules, Int amount) {
  for (const Band& band : bands_of(rules)) {
    if (inside(band, amount)) return amount - (amount - band.from) % band.step;
  }
  return kNone;
}

Int least_bid(const Rules& rules, const Lot& lot, Int base) {
  if (lot.bids.empty()) return base;
  return rung_at_or_above(rules, lot.bids.back().amount + 1);
}

bool on_a_rung(const Rules& rules, const Lot& lot, Int base, Int amount) {
  if (lot.bids.empty() && amount == base) return true;
  return rung_at_or_below(rules, amount) == amount;
}

Int highest_legal(const Rules& rules, const Lot& lot, Int base, Int most) {
  const Int least = least_bid(rules, lot, base);
  if (most < least) return 0;
  if (rules.bidding == Bidding::fixed_next) return least;
  return std::max(least, rung_at_or_below(rules, most));
}

}  // namespace naive
