// A block of a sheet's rows, small enough to stay in the first cache while all rules pass over it.
//
// A rule's loop over a block has no branch, so the compiler turns it into vector code. Where a rule
// cannot go that way (a rate, a condition, a sum that could leave 16 bits) the block falls back to
// `rule_units`, row by row.
#pragma once

#include <array>

#include "libauction/scoring/sheet.h"

namespace auction {

inline constexpr std::size_t kBlockRows = 512;

class SheetBlock {
 public:
  SheetBlock(const RuleBook& book, const Sheet& sheet, std::size_t first, std::size_t count);

  void add(const PointRule& rule);
  void store(std::span<std::int64_t> out);

 private:
  using Numbers = std::array<std::int16_t, kBlockRows>;

  struct Range {
    std::int32_t least = 0;
    std::int32_t most = 0;
  };

  bool sum(const PointRule& rule);          // into sum_; false if it might not fit
  bool count_awards(const Each& each);      // sum_ into awards
  bool climb(const Steps& steps);           // sum_ into the units of the step reached
  void weigh(const PointRule& rule);        // worth of each row's position, into worth_
  void add_product(const PointRule& rule);  // sum_ times worth
  void add_by_row(const PointRule& rule);
  void spill();

  const Sheet& sheet_;
  std::size_t first_;
  std::size_t count_;
  std::size_t positions_;
  Range range_;         // of sum_
  std::int64_t bound_;  // no total so far is larger in size
  std::array<std::int32_t, kBlockRows> total_;
  std::array<std::int64_t, kBlockRows> spilled_;
  bool has_spilled_ = false;
  Numbers sum_;
  Numbers worth_;
  Numbers place_;  // positions as 16-bit numbers, for comparing
};

}  // namespace auction
