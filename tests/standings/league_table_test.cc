#include "libauction/standings/league_table.h"

#include "libauction/base/random.h"
#include "libauction/standings/rank.h"
#include "tests/catch.h"
#include "tests/standings/team.h"

using namespace auction;

namespace {

std::vector<std::uint16_t> order(const std::vector<TableRow>& table) {
  std::vector<std::uint16_t> teams;
  for (const TableRow& row : table) teams.push_back(row.team.value);
  return teams;
}

std::vector<TableRow> table_of(std::size_t teams, const std::vector<Match>& matches,
                               std::string_view rules,
                               const std::vector<TeamDeduction>& deductions = {}) {
  return league_table(teams, matches, deductions, *table_rules(rules));
}

}  // namespace

TEST_CASE("level rows share the better rank, and the next stands as far down") {
  const std::vector<std::vector<std::int64_t>> keys{{9, 4}, {12, 0}, {9, 4}, {9, 3}};
  const std::vector<Place> places = places_of(keys);
  CHECK(places == std::vector<Place>{{1, 1}, {0, 2}, {2, 2}, {3, 4}});
}

TEST_CASE("a row counts matches, goals and points") {
  const std::vector<TableRow> table =
      table_of(2, {{team(0), team(1), {9, 2}}, {team(1), team(0), {1, 1}}}, "premier-league");
  CHECK(table[0] == TableRow{team(0), 1, 2, 1, 1, 0, 10, 3, 0, 4});
  CHECK(table[1] == TableRow{team(1), 2, 2, 0, 1, 1, 3, 10, 0, 1});
}

TEST_CASE("goal difference parts before goals, and before who beat whom, in England") {
  // 1 beat 0; both have three points; 0 has the better difference.
  const std::vector<Match> matches{
      {team(1), team(0), {1, 0}}, {team(0), team(2), {5, 0}}, {team(2), team(1), {1, 0}}};
  CHECK(order(table_of(3, matches, "premier-league")) == std::vector<std::uint16_t>{0, 1, 2});
  // Three level: a circle of wins, so the difference between them decides in Spain too.
  CHECK(order(table_of(3, matches, "la-liga")) == std::vector<std::uint16_t>{0, 1, 2});
}

TEST_CASE("who beat whom parts first in Spain and Italy") {
  const std::vector<Match> matches{{team(1), team(0), {1, 0}},
                                   {team(0), team(2), {5, 0}},
                                   {team(2), team(1), {3, 0}},
                                   {team(2), team(0), {0, 0}},
                                   {team(1), team(2), {0, 0}}};
  // 0 and 1: four points each; 2 as well. Add a win of 2 so that two are level below it.
  std::vector<Match> more = matches;
  more.push_back({team(2), team(3), {1, 0}});
  CHECK(order(table_of(4, more, "premier-league")) == std::vector<std::uint16_t>{2, 0, 1, 3});
  CHECK(order(table_of(4, more, "serie-a")) == std::vector<std::uint16_t>{2, 1, 0, 3});
}

TEST_CASE("between them means the teams still level, not all who once were") {
  // 0, 1 and 2 level on points; between the three, 2 is worst; then 1 beat 0.
  const std::vector<Match> matches{{team(0), team(2), {3, 0}}, {team(1), team(0), {1, 0}},
                                   {team(2), team(1), {1, 0}}, {team(0), team(3), {0, 0}},
                                   {team(1), team(3), {0, 0}}, {team(2), team(3), {0, 0}}};
  const std::vector<TableRow> table = table_of(4, matches, "la-liga");
  CHECK(order(table) == std::vector<std::uint16_t>{0, 1, 2, 3});
}

TEST_CASE("points taken off move a team down and are told") {
  const std::vector<Match> matches{{team(0), team(1), {2, 0}}};
  const std::vector<TableRow> table = table_of(2, matches, "premier-league", {{team(0), 9}});
  CHECK(order(table) == std::vector<std::uint16_t>{1, 0});
  CHECK(table[1].points == -6);
  CHECK(table[1].deducted == 9);
}

TEST_CASE("teams that nothing parts share a rank") {
  const std::vector<TableRow> table =
      table_of(3, {{team(0), team(1), {1, 1}}}, "two-points-for-a-win");
  CHECK(table[0].rank == 1);
  CHECK(table[1].rank == 1);
  CHECK(table[2].rank == 3);
}

TEST_CASE("every rule set of tables has its id, and unknown ones are none") {
  for (const std::string_view id : table_rule_ids()) CHECK(table_rules(id)->id == id);
  CHECK(!table_rules("subbuteo").has_value());
  CHECK(word(TieBreak::kAwayGoalsBetween) == "away_goals_between");
}

TEST_CASE("a table does not depend on the order of its matches") {
  SplitMix64 chance(7);
  for (int round = 0; round < 100; ++round) {
    std::vector<Match> matches;
    for (std::uint16_t home = 0; home < 6; ++home) {
      for (std::uint16_t away = 0; away < 6; ++away) {
        if (home == away) continue;
        const auto goals = [&] { return static_cast<std::int32_t>(chance.below(3)); };
        matches.push_back({team(home), team(away), {goals(), goals()}});
      }
    }
    for (const std::string_view id : table_rule_ids()) {
      const std::vector<TableRow> table = table_of(6, matches, id);
      shuffle(std::span<Match>(matches), chance);
      CHECK(table_of(6, matches, id) == table);
      std::int32_t sum = 0;
      for (const TableRow& row : table) sum += goal_difference(row) + row.won - row.lost;
      CHECK(sum == 0);
    }
  }
}
