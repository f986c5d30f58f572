// Retention: assets a franchise keeps before the auction, and what its purse is charged for them.
//
// The charge is max(sum paid, sum of slabs). IPL 2025: capped players 18, 14, 11, 18, 14 crore in
// order, each uncapped one 4; KKR paid 57 and was charged 69. Source: BCCI retention rules 2025
// (NDTV 6912804, Sporting News 3793968c).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "libauction/base/money.h"
#include "libauction/catalogue/catalogue.h"

namespace auction {

struct Retained {
  AssetSlot asset;
  Money price;

  bool operator==(const Retained&) const = default;
};

struct RetentionRules {
  std::uint8_t max_retained = 0;  // 0: the rule set knows no retention
  std::uint8_t max_capped = 0;
  std::uint8_t max_uncapped = 0;
  std::vector<Money> capped_slabs;  // by order of retention; the last one repeats
  Money uncapped_slab;
  std::string capped_attribute;  // "capped": an asset whose value is `capped_value` is capped
  std::string capped_value;

  bool operator==(const RetentionRules&) const = default;
};

struct RetentionCharge {
  Money paid;     // to the players
  Money charged;  // to the purse
  std::uint8_t capped = 0;
  std::uint8_t uncapped = 0;
};

RetentionCharge retention_charge(const RetentionRules& rules, const Catalogue& catalogue,
                                 const std::vector<Retained>& retained);

}  // namespace auction
