// The currency of a rule set: what one unit of Money is, and how people write amounts of it.
//
//   pilot: code GBP, symbol "£", display {"m", 1,000,000, 2}    5,000,000 -> "£5m"
//   IPL:   code INR, unit "lakh", display {" cr", 100, 2}       230 -> "2.30 cr", 75 -> "75 lakh"
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/base/money.h"

namespace auction {

inline constexpr std::uint8_t kMaxDecimals = 15;

struct DisplayUnit {
  std::string suffix;         // "m", " cr"; written behind the number as it stands
  std::int64_t units = 1;     // Money units in one of it
  std::uint8_t decimals = 0;  // at most so many are written and read
  bool pad = false;           // always write all decimals: "2.30 cr"

  bool operator==(const DisplayUnit&) const = default;
};

struct Currency {
  std::string code;    // ISO 4217, or "points"
  std::string symbol;  // before the number; may be empty
  std::string unit;    // what one Money unit is called, written where there is no symbol: "lakh"
  std::vector<DisplayUnit> display;  // largest first

  bool operator==(const Currency&) const = default;
};

// "£5m", "2.30 cr". Exact: a unit that is too large or would need more decimals is passed over for
// a smaller one, and in the end for the plain number of units. parse_money reads it back.
std::string format_money(const Currency& currency, Money amount);

// "5m", "£5.25m", "2.30 cr", "230", "-£5m": nothing for other text, a fraction of a Money unit or
// an amount beyond 2^53-1. A bare number counts Money units.
std::optional<Money> parse_money(const Currency& currency, std::string_view text);

}  // namespace auction
