// The squad rules and the highest bid that still leaves a squad to be filled.
#pragma once

#include <cstdint>
#include <vector>

#include "libauction/base/money.h"
#include "libauction/roster/quota.h"

namespace auction {

inline constexpr std::uint16_t kMaxSquad = 64;

struct SquadRules {
  std::uint16_t min = 0;   // slots the purse must keep a reserve for
  std::uint16_t max = 1;   // 1..64
  Money reserve_per_slot;  // kept for each slot below `min` that is still empty
  std::vector<Quota> quotas;

  bool operator==(const SquadRules&) const = default;
};

// The simple limit: what is free, less the reserve of every slot that stays empty below the minimum
// after this purchase. `held` counts owned assets and lots led. 0 when no bid is possible.
constexpr Money highest_affordable(const SquadRules& rules, Money free, std::uint16_t held) {
  if (held >= rules.max) return {0};
  const int still_empty = int{rules.min} - int{held} - 1;
  const Money reserved = still_empty > 0 ? rules.reserve_per_slot * still_empty : Money{0};
  const Money limit = free - reserved;
  if (limit < Money{0}) return {0};
  return limit < kMaxMoney ? limit : kMaxMoney;
}

}  // namespace auction
