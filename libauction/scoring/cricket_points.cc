#include "libauction/scoring/cricket_points.h"

namespace auction {

std::int64_t points(const RuleBook& book, const CricketScore& match, CricketerSlot player,
                    std::uint8_t position) {
  if (!book.by_innings) return points(book, row_of(match.figures(player), position));
  return points(book, row_of(match.figures(player, 0), position)) +
         points(book, row_of(match.figures(player, 1), position));
}

Score score_with_reasons(const RuleBook& book, const CricketScore& match, CricketerSlot player,
                         std::uint8_t position, Armband armband) {
  if (!book.by_innings) return score(book, row_of(match.figures(player), position), armband);
  Score sum = score(book, row_of(match.figures(player, 0), position), armband);
  const Score second = score(book, row_of(match.figures(player, 1), position), armband);
  sum.awards.insert(sum.awards.end(), second.awards.begin(), second.awards.end());
  sum.units += second.units;
  sum.total += second.total;
  return sum;
}

}  // namespace auction
