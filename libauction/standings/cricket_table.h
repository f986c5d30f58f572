// A cricket league's table from its matches: points, then wins or net run rate, as data.
//
//   std::vector<CricketGame> games;
//   games.push_back(game_of(match, score_of(match).innings(), {chennai, mumbai}));
//   std::vector<CricketRow> table = cricket_table(8, games, {}, CricketTableRules{});
//
// An innings that ended for any other reason than reaching the target counts its full quota. Where
// rain changed the target, the first innings counts as target less one, off the balls of the
// revised quota. A match without result counts for points and not for the rate; a super over
// decides a tie and counts for nothing else. Source: the playing conditions of the IPL, clause 16.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "libauction/scoring/cricket_result.h"
#include "libauction/season/setup.h"
#include "libauction/standings/net_run_rate.h"

namespace auction {

// What one match is to a table.
struct CricketGame {
  std::array<TeamSlot, 2> teams;
  CricketResult result;
  std::array<std::int32_t, 2> runs{};   // that count for the rate, by team ...
  std::array<std::int32_t, 2> balls{};  // ... off these; 0 and 0 without a result

  bool operator==(const CricketGame&) const = default;
};

// The stated result counts where the source states one: awards and par scores are in no ball.
CricketGame game_of(const CricketMatch& match, std::span<const InningsTotal> innings,
                    const std::array<TeamSlot, 2>& teams);

// A match that was never begun: a point each, no rate.
CricketGame abandoned_game(TeamSlot a, TeamSlot b);

enum class CricketTieBreak : std::uint8_t { kWins = 0, kNetRunRate = 1 };

struct CricketTableRules {
  std::int32_t win = 2;
  std::int32_t tie = 1;  // one that nothing decided
  std::int32_t no_result = 1;
  std::vector<CricketTieBreak> chain{CricketTieBreak::kNetRunRate};
};

struct CricketDeduction {
  TeamSlot team;
  std::int32_t points = 0;

  bool operator==(const CricketDeduction&) const = default;
};

struct CricketRow {
  TeamSlot team;
  std::uint32_t rank = 1;
  std::int32_t played = 0;
  std::int32_t won = 0;
  std::int32_t lost = 0;
  std::int32_t tied = 0;
  std::int32_t no_result = 0;
  std::int32_t points = 0;
  NetRunRate rate;

  bool operator==(const CricketRow&) const = default;
};

std::vector<CricketRow> cricket_table(std::size_t teams, std::span<const CricketGame> games,
                                      std::span<const CricketDeduction> deductions,
                                      const CricketTableRules& rules);

}  // namespace auction
