#include "libauction/scoring/sheet.h"

#include "libauction/base/check.h"
#include "libauction/scoring/sheet_block_internal.h"

namespace auction {

bool Sheet::add(const Row& row) {
  AUCTION_CHECK(row.stats.size() == stats_, "a row has a figure for every column");
  for (const std::int32_t value : row.stats) {
    if (value < INT16_MIN || value > INT16_MAX) return false;
  }
  const std::size_t block = rows() / kBlockRows;
  const std::size_t place = rows() % kBlockRows;
  if (place == 0) {
    figures_.resize((block + 1) * stats_ * kBlockRows, 0);
    ranges_.resize((block + 1) * stats_);
  }
  for (std::size_t i = 0; i < stats_; ++i) {
    const auto value = static_cast<std::int16_t>(row.stats[i]);
    figures_[(block * stats_ + i) * kBlockRows + place] = value;
    Range& range = ranges_[block * stats_ + i];
    if (value < range.least) range.least = value;
    if (value > range.most) range.most = value;
  }
  positions_.push_back(row.position);
  return true;
}

void points(const RuleBook& book, const Sheet& sheet, std::span<std::int64_t> out) {
  AUCTION_CHECK(out.size() == sheet.rows(), "a number for every row");
  for (std::size_t i = 0; i * Sheet::kBlockRows < sheet.rows(); ++i) {
    SheetBlock block(book, sheet, i);
    for (const PointRule& rule : book.rules) block.add(rule);
    block.store(out);
  }
}

std::vector<std::int64_t> points(const RuleBook& book, const Sheet& sheet) {
  std::vector<std::int64_t> units(sheet.rows());
  points(book, sheet, units);
  return units;
}

}  // namespace auction
