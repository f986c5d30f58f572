// Weeks: what each manager earned in each round, the ground of every form of competition beside
// total points.
//
// Rounds are those of the fixtures, by their text, in the order of their first match; a fixture
// without one belongs to none. Ownership is by time as everywhere.
//
//   Weeks weeks = weeks_of(season, book);
//   weeks.points[2][reds.value]       // hundredths, in the third round
#pragma once

#include "libauction/standings/season_points.h"

namespace auction {

struct Weeks {
  std::vector<std::string> rounds;
  std::vector<std::vector<std::int64_t>> points;  // by round, by manager: hundredths

  bool operator==(const Weeks&) const = default;
};

Weeks weeks_of(const Season& season, const RuleBook& book);

}  // namespace auction
