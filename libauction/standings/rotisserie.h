// Rotisserie: a rank in each category, and the ranks added up.
//
// In a category of n managers the best gets n points, the next n - 1, and so on; who are level get
// the mean of the points of their places. The mean of consecutive places is a whole or a half, so
// everything is counted in half points.
//
//   std::vector<Category> categories{{"goals", {9, 4, 9}}, {"conceded", {3, 1, 2}, false}};
//   rotisserie(categories)[0].halves == 9       // the third: 2.5 for goals, 2 for conceded
//
// Equal totals share a rank, and stand in the order of their slots.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "libauction/lot/lot.h"

namespace auction {

struct Category {
  std::string name;                  // of the figure
  std::vector<std::int64_t> values;  // by manager
  bool more_is_better = true;        // goals; not so for cards
};

struct RotoRow {
  ManagerSlot manager;
  std::uint32_t rank = 1;
  std::int64_t halves = 0;                // half points, over all categories
  std::vector<std::int64_t> by_category;  // half points

  bool operator==(const RotoRow&) const = default;
};

std::vector<RotoRow> rotisserie(std::span<const Category> categories);

}  // namespace auction
