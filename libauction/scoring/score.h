// Score: the points of one row of figures, with the reason of each.
//
// `points` is the sum alone and allocates nothing; `score` tells every award; `explain` writes them
// so that the lines add up exactly to the total, the captain's share included.
//
//   Score s = score(book, {figures, position}, Armband::kCaptain);
//   explain(book, s) ==
//     "  10  goals: 2\n"
//     "   2  minutes: 90\n"
//     "  12  captain\n"
//     "  24  total\n"
//
// Points are a pure fold of figures: the same row gives the same awards, whatever came before.
#pragma once

#include <span>

#include "libauction/scoring/rule_book.h"

namespace auction {

// The figures of one player in one match, in the order of the book's `stats`.
struct Row {
  std::span<const std::int32_t> stats;
  std::uint8_t position = 0;
};

struct Award {
  std::uint8_t rule = 0;     // place in book.rules
  std::int32_t sum = 0;      // the figure that earned it
  std::int32_t against = 0;  // balls, where a rate earned it
  std::int64_t units = 0;    // never 0

  bool operator==(const Award&) const = default;
};

enum class Armband : std::uint8_t { kNone = 0, kCaptain = 1, kViceCaptain = 2 };

struct Score {
  std::vector<Award> awards;  // in the order of the book's rules
  Armband armband = Armband::kNone;
  std::int64_t units = 0;  // the sum of the awards
  std::int64_t total = 0;  // times the armband's multiplier

  bool operator==(const Score&) const = default;
};

// What one rule gives to a row, in the book's units.
std::int64_t rule_units(const PointRule& rule, const Row& row);

// The sum over all rules; no allocation.
std::int64_t points(const RuleBook& book, const Row& row);

// Units times the armband's multiplier. Exact: lint refuses a book where it would not be.
std::int64_t with_armband(const RuleBook& book, Armband armband, std::int64_t units);

Score score(const RuleBook& book, const Row& row, Armband armband = Armband::kNone);

std::string explain(const RuleBook& book, const Score& score);

}  // namespace auction
