// Money: whole units of the rule set's currency (IPL: one lakh; the pilot: one pound).
//
// Sixty-four bits, checked: an overflow is a defect, never a wrap. A bid is 1..2^53-1, so that
// every JSON reader holds it exactly; 0 is legal for assignments and retentions, negative only for
// deltas.
#pragma once

#include <compare>
#include <cstdint>

#include "libauction/base/check.h"

namespace auction {

struct Money {
  std::int64_t units = 0;

  constexpr auto operator<=>(const Money&) const = default;
};

inline constexpr Money kMaxMoney{(std::int64_t{1} << 53) - 1};

constexpr Money operator+(Money a, Money b) {
  std::int64_t sum = 0;
  AUCTION_CHECK(!__builtin_add_overflow(a.units, b.units, &sum), "money overflow");
  return {sum};
}

constexpr Money operator-(Money a, Money b) {
  std::int64_t difference = 0;
  AUCTION_CHECK(!__builtin_sub_overflow(a.units, b.units, &difference), "money overflow");
  return {difference};
}

constexpr Money operator*(Money a, std::int64_t n) {
  std::int64_t product = 0;
  AUCTION_CHECK(!__builtin_mul_overflow(a.units, n, &product), "money overflow");
  return {product};
}

constexpr Money& operator+=(Money& a, Money b) { return a = a + b; }
constexpr Money& operator-=(Money& a, Money b) { return a = a - b; }

}  // namespace auction
