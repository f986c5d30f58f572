// The chains of the leagues' own rules. Where a play-off or a lot decides in the end, teams share
// the rank here.
#include <array>

#include "libauction/standings/league_table.h"

namespace auction {
namespace {

constexpr std::array<std::string_view, 7> kIds{
    "premier-league",   "bundesliga",          "la-liga", "serie-a", "ligue-1",
    "ucl-league-phase", "two-points-for-a-win"};

using enum TieBreak;

}  // namespace

std::span<const std::string_view> table_rule_ids() { return kIds; }

std::optional<TableRules> table_rules(std::string_view id) {
  if (id == "premier-league") {
    return TableRules{
        kIds[0], 3, 1, {kGoalDifference, kGoalsFor, kPointsBetween, kAwayGoalsBetween}};
  }
  if (id == "bundesliga") {
    return TableRules{kIds[1],
                      3,
                      1,
                      {kGoalDifference, kGoalsFor, kPointsBetween, kGoalDifferenceBetween,
                       kAwayGoalsBetween, kAwayGoals}};
  }
  if (id == "la-liga") {
    return TableRules{
        kIds[2], 3, 1, {kPointsBetween, kGoalDifferenceBetween, kGoalDifference, kGoalsFor}};
  }
  if (id == "serie-a") {
    return TableRules{
        kIds[3], 3, 1, {kPointsBetween, kGoalDifferenceBetween, kGoalDifference, kGoalsFor}};
  }
  if (id == "ligue-1") {
    return TableRules{kIds[4],
                      3,
                      1,
                      {kGoalDifference, kPointsBetween, kGoalDifferenceBetween, kGoalsBetween,
                       kGoalsFor, kAwayGoals}};
  }
  if (id == "ucl-league-phase") {
    return TableRules{kIds[5], 3, 1, {kGoalDifference, kGoalsFor, kAwayGoals, kWins, kAwayWins}};
  }
  if (id == "two-points-for-a-win") {
    return TableRules{kIds[6], 2, 1, {kGoalDifference, kGoalsFor}};
  }
  return std::nullopt;
}

std::string_view word(TieBreak tie_break) {
  switch (tie_break) {
    case kGoalDifference:
      return "goal_difference";
    case kGoalsFor:
      return "goals_for";
    case kWins:
      return "wins";
    case kAwayGoals:
      return "away_goals";
    case kAwayWins:
      return "away_wins";
    case kPointsBetween:
      return "points_between";
    case kGoalDifferenceBetween:
      return "goal_difference_between";
    case kGoalsBetween:
      return "goals_between";
    case kAwayGoalsBetween:
      return "away_goals_between";
  }
  return "";
}

}  // namespace auction
