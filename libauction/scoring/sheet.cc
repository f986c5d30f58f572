#include "libauction/scoring/sheet.h"

#include <algorithm>
#include <array>

#include "libauction/base/check.h"
#include "libauction/scoring/sheet_block_internal.h"

namespace auction {

bool Sheet::add(const Row& row) {
  AUCTION_CHECK(row.stats.size() == columns_.size(), "a row has a figure for every column");
  for (const std::int32_t value : row.stats) {
    if (value < INT16_MIN || value > INT16_MAX) return false;
  }
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    columns_[i].push_back(static_cast<std::int16_t>(row.stats[i]));
  }
  positions_.push_back(row.position);
  return true;
}

void points(const RuleBook& book, const Sheet& sheet, std::span<std::int64_t> out) {
  AUCTION_CHECK(out.size() == sheet.rows(), "a number for every row");
  for (std::size_t first = 0; first < sheet.rows(); first += kBlockRows) {
    const std::size_t count = std::min(kBlockRows, sheet.rows() - first);
    SheetBlock block(book, sheet, first, count);
    for (const PointRule& rule : book.rules) block.add(rule);
    block.store(out.subspan(first, count));
  }
}

std::vector<std::int64_t> points(const RuleBook& book, const Sheet& sheet) {
  std::vector<std::int64_t> units(sheet.rows());
  points(book, sheet, units);
  return units;
}

}  // namespace auction
