// Instant: a point in time, Unix milliseconds. Millis: a length of time.
//
// The core never reads a clock; instants come in with commands. Two instants cannot be added.
#pragma once

#include <compare>
#include <cstdint>

#include "libauction/base/check.h"

namespace auction {

struct Millis {
  std::int64_t count = 0;

  constexpr auto operator<=>(const Millis&) const = default;
};

struct Instant {
  std::int64_t unix_ms = 0;

  constexpr auto operator<=>(const Instant&) const = default;
};

// No deadline at all: later than every other instant.
inline constexpr Instant kNever{INT64_MAX};

constexpr Millis seconds(std::int64_t n) { return {n * 1000}; }

constexpr Instant operator+(Instant t, Millis d) {
  std::int64_t sum = 0;
  AUCTION_CHECK(!__builtin_add_overflow(t.unix_ms, d.count, &sum), "time overflow");
  return {sum};
}

constexpr Millis operator-(Instant a, Instant b) {
  std::int64_t difference = 0;
  AUCTION_CHECK(!__builtin_sub_overflow(a.unix_ms, b.unix_ms, &difference), "time overflow");
  return {difference};
}

constexpr Instant later(Instant a, Instant b) { return a < b ? b : a; }
constexpr Instant earlier(Instant a, Instant b) { return a < b ? a : b; }

}  // namespace auction
