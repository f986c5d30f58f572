// A cup: a knock-out by weekly points, seeded, with byes for the best where numbers do not fit.
//
//   Cup cup = cup_of(seeds, weeks.points);     // seeds: the first seed first
//   cup.winner                                 // kNoManager while rounds are to be played
//
// The draw is the classic one: first and second seed can meet only in the final, first plays last,
// and where the number is no power of two the best seeds rest in the first round. A level tie goes
// to the better seed. A round uses one week of points, in order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "libauction/lot/lot.h"

namespace auction {

struct CupTie {
  ManagerSlot home;               // the better seed
  ManagerSlot away = kNoManager;  // nobody: a bye
  std::int64_t home_points = 0;
  std::int64_t away_points = 0;
  ManagerSlot winner = kNoManager;  // kNoManager: not played yet

  bool operator==(const CupTie&) const = default;
};

struct Cup {
  std::vector<std::vector<CupTie>> rounds;  // as far as the pairings are known
  ManagerSlot winner = kNoManager;

  bool operator==(const Cup&) const = default;
};

// `points` by week, by manager. At least one entrant.
Cup cup_of(std::span<const ManagerSlot> seeds, std::span<const std::vector<std::int64_t>> points);

}  // namespace auction
