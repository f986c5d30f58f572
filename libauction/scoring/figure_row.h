// The figures of one player in one match, as a file told them, in the order a rule book lists them.
//
//   for (const FigureRow& row : rows) points(book, row_of(row));
#pragma once

#include <string>
#include <vector>

#include "libauction/scoring/score.h"

namespace auction {

// What readers of figures let pass; a sheet takes all of it.
inline constexpr std::int32_t kLeastFigure = -10'000;
inline constexpr std::int32_t kMostFigure = 30'000;

struct FigureRow {
  std::uint32_t line = 0;  // in the file; 0 where it has no lines (JSON)
  std::string match;       // the file's own ids
  std::string player;
  std::uint8_t position = 0;  // in the book's list
  std::vector<std::int32_t> stats;

  bool operator==(const FigureRow&) const = default;
};

inline Row row_of(const FigureRow& row) { return {row.stats, row.position}; }

}  // namespace auction
