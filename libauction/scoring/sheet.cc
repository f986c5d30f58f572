#include "libauction/scoring/sheet.h"

#include "libauction/base/check.h"
#include "libauction/scoring/sheet_block_internal.h"

namespace auction {

bool Sheet::add(const Row& row) {
  AUCTION_CHECK(row.stats.size() == stats_, "a row has a figure for every column");
  for (const std::int32_t value : row.stats) {
    if (value < INT16_MIN || value > INT16_MAX) return false;
  }
  const std::size_t place = rows() % kBlockRows;
  if (place == 0) {
    open_.assign(stats_ * kBlockRows, 0);
    ranges_.resize((full_.size() + 1) * stats_);
  }
  for (std::size_t i = 0; i < stats_; ++i) {
    const auto value = static_cast<std::int16_t>(row.stats[i]);
    open_[i * kBlockRows + place] = value;
    Range& range = ranges_[full_.size() * stats_ + i];
    if (value < range.least) range.least = value;
    if (value > range.most) range.most = value;
  }
  positions_.push_back(row.position);
  if (place + 1 == kBlockRows) close_block();
  return true;
}

void Sheet::close_block() {
  bool wide = false;
  for (std::size_t i = 0; i < stats_; ++i) {
    const Range range = ranges_[full_.size() * stats_ + i];
    wide = wide || range.least < INT8_MIN || range.most > INT8_MAX;
  }
  full_.push_back({wide, wide ? wide_.size() : narrow_.size()});
  if (wide) {
    wide_.insert(wide_.end(), open_.begin(), open_.end());
  } else {
    for (const std::int16_t value : open_) narrow_.push_back(static_cast<std::int8_t>(value));
  }
}

const std::int16_t* Sheet::column(std::size_t block, StatSlot stat, std::int16_t* room) const {
  const std::size_t place = stat * kBlockRows;
  if (block == full_.size()) return open_.data() + place;
  if (full_[block].wide) return wide_.data() + full_[block].at + place;
  const std::int8_t* narrow = narrow_.data() + full_[block].at + place;
  for (std::size_t i = 0; i < kBlockRows; ++i) room[i] = narrow[i];
  return room;
}

std::int16_t Sheet::figure(std::size_t block, StatSlot stat, std::size_t row_of_block) const {
  const std::size_t place = stat * kBlockRows + row_of_block;
  if (block == full_.size()) return open_[place];
  const Block& full = full_[block];
  return full.wide ? wide_[full.at + place] : narrow_[full.at + place];
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
