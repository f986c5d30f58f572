// The English format: open outcry, the price rises, the last bidder buys at the last price.
//
//   any_higher  every amount above the price, on an optional grid      (the pilot: grid 100,000)
//   ladder      every rung above the price                              (jump bids allowed)
//   fixed_next  the next rung alone; a bid names no amount              (IPL)
#pragma once

#include <cstdint>

#include "libauction/bid/ladder.h"

namespace auction {

enum class Bidding : std::uint8_t { kAnyHigher = 0, kLadder = 1, kFixedNext = 2 };

struct EnglishRules {
  Bidding bidding = Bidding::kAnyHigher;
  Money minimum{1};              // base price of an asset that names none
  Ladder ladder = grid_of({1});  // any_higher: one band, its grid
  bool self_raise = false;

  bool operator==(const EnglishRules&) const = default;
};

inline Money base_price(const EnglishRules& rules, Money own) {
  return own.units > 0 ? own : rules.minimum;
}

}  // namespace auction
