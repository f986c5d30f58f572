// A sheet: many rows of figures, kept column by column, for scoring a whole season at once.
//
// Figures are 16-bit here, which every season fits and which halves the memory a rule reads. The
// points are those of `points`, row by row, exactly: the same rules, the other way round.
//
//   Sheet sheet(book.stats.size());
//   for (const Row& row : season) sheet.add(row);
//   std::vector<std::int64_t> units = points(book, sheet);
#pragma once

#include <span>
#include <vector>

#include "libauction/scoring/score.h"

namespace auction {

class Sheet {
 public:
  explicit Sheet(std::size_t stats) : columns_(stats) {}

  // False, and nothing added, if a figure is outside -32,768..32,767: score that row by itself.
  bool add(const Row& row);

  std::size_t rows() const { return positions_.size(); }
  std::size_t stats() const { return columns_.size(); }
  std::span<const std::int16_t> column(StatSlot stat) const { return columns_[stat]; }
  std::span<const std::uint8_t> positions() const { return positions_; }

 private:
  std::vector<std::vector<std::int16_t>> columns_;
  std::vector<std::uint8_t> positions_;
};

// The points of each row, in the order they were added.
std::vector<std::int64_t> points(const RuleBook& book, const Sheet& sheet);

// The same into a buffer of sheet.rows() numbers.
void points(const RuleBook& book, const Sheet& sheet, std::span<std::int64_t> out);

}  // namespace auction
