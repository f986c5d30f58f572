#include "libauction/standings/tally.h"

#include "libauction/base/random.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/standings/league_table.h"
#include "libauction/standings/points_sheet.h"
#include "libauction/standings/weeks.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

const RuleBook& clubs() {
  static const RuleBook book = *rule_book("pilot-football-clubs");
  return book;
}

const RuleBook& cricket() {
  static const RuleBook book = *rule_book("pilot-cricket");
  return book;
}

FixtureResult final(std::int32_t home, std::int32_t away) {
  return {FixtureStatus::kFinal, Goals{home, away}};
}

// Arsenal are Reds', Inter Blues', Inter Miami nobody's, Paris Reds' until day 15, then Greens'.
Table autumn() {
  Table table;
  table.take({FixtureAdded{{"m1", {0}, {1}, day(10), "", "1"}},
              FixtureAdded{{"m2", {3}, {2}, day(11), "", "1"}},
              FixtureAdded{{"m3", {1}, {3}, day(20), "", "2"}},
              OwnerSet{{club(0), day(1), manager(0)}}, OwnerSet{{club(1), day(1), manager(1)}},
              OwnerSet{{club(3), day(1), manager(0)}}, OwnerSet{{club(3), day(15), manager(2)}}});
  return table;
}

void check_all_ways(const Tally& tally, const RuleBook& book) {
  const TieBreaks names = tie_breaks_of(book.sport);
  const Season& season = tally.season();
  const Standings standings = tally.standings();
  CHECK(standings == standings_of(season, book, names));
  const PointsSheet sheet(season, book, names);
  CHECK(standings == standings_of(sheet, season.members, season.stints, season.deductions));
}

}  // namespace

TEST_CASE("points are the manager's who owned the club when the match began") {
  Table table = autumn();
  table.take({ResultSet{fixture(0), final(9, 2), ""}, ResultSet{fixture(1), final(1, 1), ""},
              ResultSet{fixture(2), final(0, 3), ""}});
  const Standings standings = standings_of(table.season, clubs(), tie_breaks_of(Sport::kClubs));
  REQUIRE(standings.rows.size() == 3);
  // Reds: Arsenal's 12 and Paris' draw of 2, while they had it. Greens: Paris' 3-0 away, 6.
  CHECK(standings.rows[0] ==
        ManagerRow{manager(0), 1, 1400, 0, {10, 1}, {{club(0), 1200, 1}, {club(3), 200, 1}}});
  CHECK(standings.rows[1] == ManagerRow{manager(2), 2, 600, 0, {3, 1}, {{club(3), 600, 1}}});
  CHECK(standings.rows[2] == ManagerRow{manager(1), 3, 200, 0, {2, 0}, {{club(1), 200, 2}}});
}

TEST_CASE("every member is in the table, with nothing to show, and who is level shares the rank") {
  const Standings standings = standings_of(Table().season, clubs(), tie_breaks_of(Sport::kClubs));
  REQUIRE(standings.rows.size() == 3);
  CHECK(standings.rows[0].manager == manager(1));  // by label: Blues, Greens, Reds
  CHECK(standings.rows[2].manager == manager(0));
  CHECK(standings.rows[2].rank == 1);
}

TEST_CASE("equal points: goals, then wins") {
  Table table = autumn();
  // Reds 2-0: 5 points, 2 goals. Blues: 0 and then 2-2, 3 of goals... Greens 2-2: 3 points.
  table.take({ResultSet{fixture(0), final(0, 0), ""}, ResultSet{fixture(2), final(2, 2), ""},
              PointsDeducted{{1, manager(1), 100, "late"}}});
  const Standings standings = standings_of(table.season, clubs(), tie_breaks_of(Sport::kClubs));
  CHECK(standings.rows[0].manager == manager(1));  // 1 + 3 - 1 = 3, goals 2, wins 0
  CHECK(standings.rows[1].manager == manager(2));  // 3, goals 2, wins 0: level
  CHECK(standings.rows[1].rank == 1);
  CHECK(standings.rows[0].deducted == 100);
}

TEST_CASE("a live match counts as it stands, an abandoned one never") {
  Table table = autumn();
  table.take({ResultSet{fixture(0), {FixtureStatus::kLive, Goals{1, 0}}, ""},
              ResultSet{fixture(1), {FixtureStatus::kAbandoned, Goals{5, 0}}, ""}});
  const Standings standings = standings_of(table.season, clubs(), tie_breaks_of(Sport::kClubs));
  CHECK(standings.rows[0].hundredths == 400);
  CHECK(matches_of(table.season).empty());
  CHECK(matches_of(table.season, true).size() == 1);
}

TEST_CASE("cricketers score by the figures the season keeps, strangers on the leaderboard alone") {
  Table table = autumn();
  REQUIRE(
      table
          .act(ImportFigures{
              {{"m1", "ARS", {112, 0}}, {"m1", "INT", {8, 5}}, {"m1", "nobody", {50, 1}}}, true})
          .empty());
  const Standings standings = standings_of(table.season, cricket(), tie_breaks_of(Sport::kCricket));
  CHECK(standings.rows[0].manager == manager(1));
  CHECK(standings.rows[0].hundredths == 15800);  // 8 + 5 * 25 + 25
  CHECK(standings.rows[1].hundredths == 14700);  // 112 + 10 + 25
  CHECK(standings.rows[1].tie_breaks == std::vector<std::int64_t>{112, 0, 0, 0, 0});
  const std::vector<LeaderRow> leaders = leaderboard_of(table.season, cricket());
  CHECK(external_id(table.season, leaders[2].asset) == "nobody");
  CHECK(leaders[2].hundredths == 8500);  // 50 + 10 + 25
}

TEST_CASE("another book recomputes everything") {
  Table table = autumn();
  REQUIRE(table.act(ImportFigures{{{"m1", "INT", {8, 5}}}}).empty());
  Tally tally(table.season, cricket(), tie_breaks_of(Sport::kCricket));
  tally.apply(BookChanged{"pilot-cricket-2025-10-25", ""}, day(30));
  const RuleBook later = *rule_book("pilot-cricket-2025-10-25");
  tally.set_book(later, tie_breaks_of(Sport::kCricket));
  CHECK(tally.standings().rows[0].hundredths == 10800);  // 8 + 5 * 20
  check_all_ways(tally, later);
}

TEST_CASE("weeks are rounds, in the order of their first match") {
  Table table = autumn();
  table.take({ResultSet{fixture(0), final(9, 2), ""}, ResultSet{fixture(2), final(0, 3), ""},
              FixtureAdded{{"m0", {0}, {3}, day(5), "", "prologue"}},
              FixtureAdded{{"mx", {0}, {3}, day(5), "", ""}}});
  const Weeks weeks = weeks_of(table.season, clubs());
  CHECK(weeks.rounds == std::vector<std::string>{"prologue", "1", "2"});
  CHECK(weeks.points[1] == std::vector<std::int64_t>{1200, 200, 0});
  CHECK(weeks.points[2] == std::vector<std::int64_t>{0, 0, 600});
}

TEST_CASE("event by event, from nothing, or over a sheet: the same table after every event") {
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    SplitMix64 chance(seed);
    const auto pick = [&](std::uint64_t n) { return chance.below(n); };
    const RuleBook& book = seed % 2 == 0 ? clubs() : cricket();
    Table table = autumn();
    Tally tally({}, book, tie_breaks_of(book.sport));
    for (const SeasonEvent& event : table.log) tally.apply(event, day(0));
    for (int i = 0; i < 60; ++i) {
      const auto some_club = club(static_cast<std::uint16_t>(pick(4)));
      const auto some_fixture = fixture(static_cast<std::uint32_t>(pick(3)));
      const auto some_manager = manager(static_cast<std::uint8_t>(pick(3)));
      const auto figure = static_cast<std::int32_t>(pick(120));
      const Instant when = day(static_cast<std::int64_t>(pick(25)));
      SeasonCommand command = DeductPoints{some_manager, figure - 60, ""};
      if (const auto kind = pick(6); kind == 0) {
        command = SetResult{some_fixture, final(figure % 5, figure / 30), ""};
      } else if (kind == 1) {
        command = SetFigures{some_fixture, {some_club, {figure, figure / 15}}};
      } else if (kind == 2) {
        command = SetOwner{{some_club, when, some_manager}};
      } else if (kind == 3) {
        command = ClearOwner{some_club, day(15)};
      } else if (kind == 4) {
        FixtureRow moved = row(when, "ARS", "INT", "m1");
        command = ImportFixtures{{moved}};
      }
      SeasonEvents events;
      (void)decide(tally.season(), command, kSeasonHost, events);
      for (const SeasonEvent& event : events) tally.apply(event, kSeasonHost.now);
      check_all_ways(tally, book);
    }
  }
}
