// A block of a sheet's rows, small enough to stay in the first cache while all rules pass over it.
//
// A rule's loop over a block has no branch, so the compiler turns it into vector code. Where a rule
// cannot go that way (a rate, a condition, a sum that could leave 16 bits) the block falls back to
// `rule_units`, row by row.
#pragma once

#include <array>

#include "libauction/scoring/sheet.h"

namespace auction {

class SheetBlock {
 public:
  SheetBlock(const RuleBook& book, const Sheet& sheet, std::size_t block);

  void add(const PointRule& rule);
  void store(std::span<std::int64_t> out) const;  // into the whole sheet's numbers

 private:
  using Numbers = std::array<std::int16_t, Sheet::kBlockRows>;

  struct Range {
    std::int32_t least = 0;
    std::int32_t most = 0;
  };

  bool bound_sum(const PointRule& rule);  // range_ of the sum; false if it could leave 16 bits
  void sum(const PointRule& rule);        // of the rule's figures, into value_

  // Each replaces value_ and range_; false if the result could leave 16 bits.
  bool count_awards(const Each& each);  // how many awards the sum earns
  bool climb(const Steps& steps);       // the units of the step it reaches

  void weigh(const PointRule& rule);        // the worth of each row's position, into worth_
  void add_product(const PointRule& rule);  // value_ times worth
  void add_by_row(const PointRule& rule);
  void spill();

  const Sheet& sheet_;
  std::size_t block_;
  std::size_t first_;  // row of the sheet
  std::size_t count_;
  std::size_t positions_;
  const std::int16_t* value_ = nullptr;  // a column of the sheet, sum_ or reached_
  Range range_;                          // of value_
  std::int64_t bound_ = 0;               // no total so far is larger in size
  std::array<std::int64_t, Sheet::kBlockRows> spilled_;
  bool has_spilled_ = false;
  Numbers total_;
  Numbers sum_;
  Numbers reached_;
  Numbers worth_;
  Numbers place_;  // positions as 16-bit numbers, for comparing
};

}  // namespace auction
