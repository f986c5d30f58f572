// Rates and their bands, in integers: a rate is compared by cross-multiplication on balls.
//
// 30 runs off 3.4 overs is 30 * 6 / 22 = 8.18 an over; read as 30 / 3.4 it would be 8.82, and one
// T20 figure in eight would land in the wrong band. So overs never appear here.
//
//   in_band({500, 600, true, true, 2}, 24 * 6, 24)      24 off four overs: exactly 6.00, inside
//   in_band({600, 700, false, true, 1}, 24 * 6, 24)     not inside (6,7]
#pragma once

#include "libauction/scoring/rule_book.h"

namespace auction {

// Whether numerator / denominator lies in the band. The denominator is above zero.
constexpr bool in_band(const RateBand& band, std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t rate = numerator * 100;
  if (band.from != kNoEdge) {
    const std::int64_t edge = band.from * denominator;
    if (rate < edge || (rate == edge && !band.from_closed)) return false;
  }
  if (band.to != kNoEdge) {
    const std::int64_t edge = band.to * denominator;
    if (rate > edge || (rate == edge && !band.to_closed)) return false;
  }
  return true;
}

// The units of the band that sum * times / against falls in; 0 outside all, and where `against` is
// not above zero (nobody bowled, so there is no rate).
constexpr std::int32_t rate_units(const Rate& rate, std::int64_t sum, std::int64_t against) {
  if (against <= 0) return 0;
  for (const RateBand& band : rate.bands) {
    if (in_band(band, sum * rate.times, against)) return band.units;
  }
  return 0;
}

}  // namespace auction
