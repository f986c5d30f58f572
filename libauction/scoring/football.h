// Football: the figures of clubs, and the bonus of Fantasy Premier League.
//
//   points(clubs, {club_figures(9, 2)}) == 12     a 9-2 win: 3 + 9
//   bonus_points(lines) gives 3, 2, 1 to the best bonus-system values of a fixture
//
// A club or a player is joined by its id, never by a part of its name: "Inter" is in "Inter Miami".
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace auction {

inline constexpr std::array<std::string_view, 4> kClubStats{"won", "drawn", "lost", "goals"};

// The figures of a club in one match, in the order of kClubStats.
constexpr std::array<std::int32_t, 4> club_figures(std::int32_t scored, std::int32_t conceded) {
  return {scored > conceded ? 1 : 0, scored == conceded ? 1 : 0, scored < conceded ? 1 : 0, scored};
}

// One player of a fixture.
struct BonusLine {
  std::int32_t minutes = 0;
  std::int32_t bps = 0;
};

// The bonus of each player of one fixture, in the order given. Those who played are ranked by bps,
// equals share the better rank, and rank r earns 4 - r while that is above zero: 3,3,1 and 3,2,2
// and 3,2,1,1 for ties. Source: premierleague.com/news/106533.
std::vector<std::int32_t> bonus_points(std::span<const BonusLine> lines);

}  // namespace auction
