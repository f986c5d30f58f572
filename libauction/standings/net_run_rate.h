// Net run rate: runs an over scored less runs an over conceded, exactly.
//
// Kept as runs and balls and compared by cross-multiplication: overs are never a decimal (3.4 overs
// are 22 balls), and two teams level to three decimals are not level if a fourth parts them.
//
//   NetRunRate rate{1600, 1660, 1580, 1680};  // runs and balls for, runs and balls against
//   net_run_rate_text(rate) == "0.140"
//   compare(rate, other) > 0
#pragma once

#include <cstdint>
#include <string>

namespace auction {

struct NetRunRate {
  std::int64_t runs_for = 0;
  std::int64_t balls_for = 0;
  std::int64_t runs_against = 0;
  std::int64_t balls_against = 0;

  bool operator==(const NetRunRate&) const = default;
};

// Below, at or above zero: how a compares with b. A side that never batted or bowled has rate 0 on
// that half. Numbers up to 2^24 on either half.
int compare(const NetRunRate& a, const NetRunRate& b);

// In thousandths of a run an over, halves away from zero: -1160.
std::int64_t thousandths(const NetRunRate& rate);
std::string net_run_rate_text(const NetRunRate& rate);  // "-1.160", as tables print it

}  // namespace auction
