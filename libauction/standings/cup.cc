#include "libauction/standings/cup.h"

#include "libauction/base/check.h"

namespace auction {
namespace {

constexpr std::size_t kRest = SIZE_MAX;  // an empty place in the draw

// Seeds in the order of the draw: 1 8 4 5 2 7 3 6 for eight. Each doubling puts beside seed s the
// one that makes 2^k + 1 with it.
std::vector<std::size_t> draw_of(std::size_t entrants) {
  std::vector<std::size_t> draw{0};
  while (draw.size() < entrants) {
    std::vector<std::size_t> wider;
    for (const std::size_t seed : draw) {
      wider.push_back(seed);
      wider.push_back(2 * draw.size() - 1 - seed);
    }
    draw = std::move(wider);
  }
  for (std::size_t& seed : draw) {
    if (seed >= entrants) seed = kRest;
  }
  return draw;
}

// The seed that goes on.
std::size_t play(CupTie& tie, std::size_t one, std::size_t two, std::span<const ManagerSlot> seeds,
                 const std::vector<std::int64_t>* week) {
  const std::size_t better = one < two ? one : two;
  const std::size_t worse = one < two ? two : one;
  tie.home = seeds[better];
  if (worse == kRest) {
    tie.winner = tie.home;
    return better;
  }
  tie.away = seeds[worse];
  if (week == nullptr) return kRest;
  tie.home_points = (*week)[tie.home.value];
  tie.away_points = (*week)[tie.away.value];
  const bool home = tie.home_points >= tie.away_points;
  tie.winner = home ? tie.home : tie.away;
  return home ? better : worse;
}

}  // namespace

Cup cup_of(std::span<const ManagerSlot> seeds, std::span<const std::vector<std::int64_t>> points) {
  AUCTION_CHECK(!seeds.empty(), "a cup has an entrant");
  Cup cup;
  std::vector<std::size_t> left = draw_of(seeds.size());
  for (std::size_t week = 0; left.size() > 1 && week <= points.size(); ++week) {
    const std::vector<std::int64_t>* played = week < points.size() ? &points[week] : nullptr;
    std::vector<CupTie> ties(left.size() / 2);
    std::vector<std::size_t> next;
    for (std::size_t i = 0; i < ties.size(); ++i) {
      next.push_back(play(ties[i], left[2 * i], left[2 * i + 1], seeds, played));
    }
    cup.rounds.push_back(std::move(ties));
    left = std::move(next);
    if (played == nullptr) return cup;
  }
  if (left.size() == 1) cup.winner = seeds[left.front()];
  return cup;
}

}  // namespace auction
