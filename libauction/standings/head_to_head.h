// Head to head: managers meet one another week by week; who earned more that week wins.
//
//   std::vector<Pairing> pairings = round_robin(4, weeks.points.size());
//   std::vector<DuelRow> table = head_to_head(4, pairings, weeks.points, DuelRules{});
//
// The plan is the circle method: in n - 1 weeks everybody meets everybody once, then it begins
// again with home and away exchanged. With an odd number somebody rests each week. Equal points are
// a draw, nothing for nothing too.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "libauction/lot/lot.h"

namespace auction {

struct Pairing {
  std::size_t week = 0;  // from 0
  ManagerSlot home;
  ManagerSlot away;

  bool operator==(const Pairing&) const = default;
};

std::vector<Pairing> round_robin(std::size_t managers, std::size_t weeks);

struct DuelRules {
  std::int32_t win = 3;
  std::int32_t draw = 1;
};

struct DuelRow {
  ManagerSlot manager;
  std::uint32_t rank = 1;
  std::int32_t won = 0;
  std::int32_t drawn = 0;
  std::int32_t lost = 0;
  std::int32_t points = 0;
  std::int64_t scored = 0;    // hundredths, over the weeks played; breaks ties
  std::int64_t conceded = 0;  // those of the opponents

  bool operator==(const DuelRow&) const = default;
};

// Order: points, then what was scored, then less conceded. `points` by week, by manager; pairings
// of weeks beyond it are still to be played.
std::vector<DuelRow> head_to_head(std::size_t managers, std::span<const Pairing> pairings,
                                  std::span<const std::vector<std::int64_t>> points,
                                  const DuelRules& rules);

}  // namespace auction
