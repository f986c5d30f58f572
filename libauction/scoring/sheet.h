// A sheet: many rows of figures, kept column by column, for scoring a whole season at once.
//
// Figures are 16-bit here, which every season fits, and stand in blocks: within a block column by
// column, so that a rule's loop is plain, and block after block, so that memory is read in one
// stream. The points are those of `points`, row by row, exactly: the same rules, the other way
// round.
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
  // Rows of a block: its figures stay in the first cache while all rules pass over them.
  static constexpr std::size_t kBlockRows = 512;

  explicit Sheet(std::size_t stats) : stats_(stats) {}

  // False, and nothing added, if a figure is outside -32,768..32,767: score that row by itself.
  bool add(const Row& row);

  std::size_t rows() const { return positions_.size(); }
  std::size_t stats() const { return stats_; }

  // The least and the greatest figure of a column in a block; unused rows count as 0.
  struct Range {
    std::int16_t least = 0;
    std::int16_t most = 0;
  };
  Range range(std::size_t block, StatSlot stat) const { return ranges_[block * stats_ + stat]; }

  // One figure of the rows block * kBlockRows and on.
  const std::int16_t* column(std::size_t block, StatSlot stat) const {
    return figures_.data() + (block * stats_ + stat) * kBlockRows;
  }
  std::span<const std::uint8_t> positions() const { return positions_; }

 private:
  std::size_t stats_;
  std::vector<std::int16_t> figures_;  // whole blocks; unused rows are 0
  std::vector<Range> ranges_;
  std::vector<std::uint8_t> positions_;
};

// The points of each row, in the order they were added.
std::vector<std::int64_t> points(const RuleBook& book, const Sheet& sheet);

// The same into a buffer of sheet.rows() numbers.
void points(const RuleBook& book, const Sheet& sheet, std::span<std::int64_t> out);

}  // namespace auction
