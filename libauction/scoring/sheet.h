// A sheet: many rows of figures, kept column by column, for scoring a whole season at once.
//
// Figures are 16-bit here, which every season fits, and stand in blocks: within a block column by
// column, so that a rule's loop is plain, and block after block, so that memory is read in one
// stream. A full block whose figures all fit 8 bits is kept in 8: a season waits for memory more
// than for arithmetic. The points are those of `points`, row by row, exactly: the same rules, the
// other way round.
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

  // One figure of the rows block * kBlockRows and on; `room` is for kBlockRows numbers and used
  // where the sheet has no such numbers to point at.
  const std::int16_t* column(std::size_t block, StatSlot stat, std::int16_t* room) const;

  std::int16_t figure(std::size_t block, StatSlot stat, std::size_t row_of_block) const;
  std::span<const std::uint8_t> positions() const { return positions_; }

 private:
  struct Block {
    bool wide = false;
    std::size_t at = 0;  // in wide_ or narrow_
  };

  void close_block();

  std::size_t stats_;
  std::vector<std::int16_t> open_;  // the block being filled; unused rows are 0
  std::vector<std::int16_t> wide_;
  std::vector<std::int8_t> narrow_;
  std::vector<Block> full_;
  std::vector<Range> ranges_;
  std::vector<std::uint8_t> positions_;
};

// The points of each row, in the order they were added.
std::vector<std::int64_t> points(const RuleBook& book, const Sheet& sheet);

// The same into a buffer of sheet.rows() numbers.
void points(const RuleBook& book, const Sheet& sheet, std::span<std::int64_t> out);

}  // namespace auction
