// The characters that bidders have: five tempers at the table, and an empty chair.
//
// Each has a ceiling for every lot, from what the asset is worth and its own misjudgement of it
// (`noise`, in percent, the same whenever it meets the asset), and a manner of getting there. It
// opens at the base price; later, where the rules leave the amount open, it goes `raise` percent of
// the way from the next bid to its ceiling (0: the least step). Fields are whole percent or
// milliseconds.
#pragma once

#include "libauction/sim/bidder.h"

namespace auction {

// Bids up to what it thinks the asset is worth, at an even pace.
struct Valuing final : Bidder {
  std::int64_t noise = 10;
  std::int64_t raise = 20;
  Plan plan(const Facts& facts, SplitMix64& chance) const override;
};

// The same, but never spends more on one place than `pace` percent of the even share of its purse.
struct Pacing final : Bidder {
  std::int64_t noise = 10;
  std::int64_t raise = 20;
  std::int64_t pace = 150;
  Plan plan(const Facts& facts, SplitMix64& chance) const override;
};

// Quick, and overpays by up to `over` percent.
struct Eager final : Bidder {
  std::int64_t noise = 10;
  std::int64_t raise = 40;
  std::int64_t over = 25;
  Plan plan(const Facts& facts, SplitMix64& chance) const override;
};

// Slow, by the least step, stops `under` percent below the worth and after `bids` bids of its own.
struct Timid final : Bidder {
  std::int64_t noise = 10;
  std::int64_t under = 25;
  std::int64_t bids = 3;
  Plan plan(const Facts& facts, SplitMix64& chance) const override;
};

// Says nothing until the last `last` milliseconds of the clock.
struct Sniper final : Bidder {
  std::int64_t noise = 10;
  std::int64_t raise = 20;
  std::int64_t last = 1500;
  Plan plan(const Facts& facts, SplitMix64& chance) const override;
};

// Never bids.
struct Absent final : Bidder {
  Plan plan(const Facts&, SplitMix64&) const override { return out(); }
};

// What this manager takes the asset to be worth: `worth`, off by at most `noise` percent.
Money own_value(const Facts& facts, std::int64_t noise);

}  // namespace auction
