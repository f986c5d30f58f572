// Points of cricketers: figures of a match through a rule book.
//
//   Row row = row_of(figures, position);
//   std::int64_t units = points(book, score, player, position);
//
// A book of the cricket sport lists its figures as kCricketStats does, or a beginning of it. Books
// that score by innings (Tests) look at the two innings of a side apart, so a duck and a hundred in
// one match are both seen.
#pragma once

#include "libauction/scoring/cricket_score.h"
#include "libauction/scoring/score.h"

namespace auction {

inline Row row_of(const Figures& figures, std::uint8_t position = 0) {
  return {figures.values, position};
}

std::int64_t points(const RuleBook& book, const CricketScore& score, CricketerSlot player,
                    std::uint8_t position = 0);

// The awards of both innings after each other, where the book looks at them apart.
Score score_with_reasons(const RuleBook& book, const CricketScore& score, CricketerSlot player,
                         std::uint8_t position = 0, Armband armband = Armband::kNone);

}  // namespace auction
