// A football league's table from its results: points, then a chain of tie-breaks that is data.
//
//   std::vector<TableRow> table = league_table(20, matches, {}, *table_rules("premier-league"));
//   table[0].team, table[0].points, goal_difference(table[0])
//
// A tie-break looks only at the teams that are still level, and what it does not part goes to the
// next one. "Between them" means the matches of exactly those teams. Teams level to the end share a
// rank and stand in the order of their slots.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "libauction/season/season.h"

namespace auction {

enum class TieBreak : std::uint8_t {
  kGoalDifference = 0,
  kGoalsFor,
  kWins,
  kAwayGoals,
  kAwayWins,
  kPointsBetween,  // between them ...
  kGoalDifferenceBetween,
  kGoalsBetween,
  kAwayGoalsBetween,
};
std::string_view word(TieBreak tie_break);  // "goal_difference"

struct TableRules {
  std::string_view id;  // "premier-league"
  std::int32_t win = 3;
  std::int32_t draw = 1;
  std::vector<TieBreak> chain;
};

// premier-league, bundesliga, la-liga, serie-a, ligue-1, ucl-league-phase, two-points-for-a-win.
std::span<const std::string_view> table_rule_ids();
std::optional<TableRules> table_rules(std::string_view id);

struct Match {
  TeamSlot home;
  TeamSlot away;
  Goals goals;

  bool operator==(const Match&) const = default;
};

// Points taken off a team by its association (or given back: below zero).
struct TeamDeduction {
  TeamSlot team;
  std::int32_t points = 0;

  bool operator==(const TeamDeduction&) const = default;
};

struct TableRow {
  TeamSlot team;
  std::uint32_t rank = 1;
  std::int32_t played = 0;
  std::int32_t won = 0;
  std::int32_t drawn = 0;
  std::int32_t lost = 0;
  std::int32_t goals_for = 0;
  std::int32_t goals_against = 0;
  std::int32_t deducted = 0;
  std::int32_t points = 0;  // less what was deducted

  bool operator==(const TableRow&) const = default;
};
constexpr std::int32_t goal_difference(const TableRow& row) {
  return row.goals_for - row.goals_against;
}

// A row for each team of `teams`, the first first. A slot beyond `teams` is a defect, and checked.
std::vector<TableRow> league_table(std::size_t teams, std::span<const Match> matches,
                                   std::span<const TeamDeduction> deductions,
                                   const TableRules& rules);

// The finished matches of a season, and with `live` those that are being played.
std::vector<Match> matches_of(const Season& season, bool live = false);

}  // namespace auction
