// Matches of two innings a side in a season: a duck and a hundred in one match are both seen.
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/season/calendar.h"
#include "libauction/standings/cricket_rows.h"
#include "libauction/standings/points_sheet.h"
#include "libauction/standings/tally.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

constexpr CricketerSlot player(std::uint16_t n) { return {n}; }

Ball hit(CricketerSlot batter, CricketerSlot bowler, std::uint8_t runs, std::uint16_t over) {
  Ball ball;
  ball.over = over;
  ball.batter = batter;
  ball.non_striker = batter;
  ball.bowler = bowler;
  ball.bat = runs;
  return ball;
}

CricketInnings innings(Side side, std::vector<Ball> balls) {
  CricketInnings innings;
  innings.header.side = side;
  innings.balls = std::move(balls);
  return innings;
}

// ARS bats for A: bowled first ball, then 17 sixes. INT bowls for B, and takes a wicket each time.
CricketMatch test_match() {
  CricketMatch match;
  match.type = "Test";
  match.date = "2020-01-02";
  match.teams = {"A", "B"};
  match.players = {{"ARS", "Opener", 0}, {"INT", "Quick", 1}};
  Ball out = hit(player(0), player(1), 0, 0);
  out.wickets.push_back({Dismissal::kBowled, player(0), {}});
  std::vector<Ball> second;
  for (std::uint16_t i = 0; i < 17; ++i) {
    second.push_back(hit(player(0), player(1), 6, static_cast<std::uint16_t>(i / 6)));
  }
  out.over = 3;
  second.push_back(out);
  out.over = 0;
  match.innings = {innings(0, {out}), innings(1, {hit(player(1), player(0), 4, 0)}),
                   innings(0, std::move(second)), innings(1, {hit(player(1), player(0), 1, 0)})};
  return match;
}

Season season_of(const CricketMatch& match, const std::string& book) {
  SeasonSetup setup = small_setup();
  setup.teams = {{"A", "A"}, {"B", "B"}};
  setup.figures = cricket_figure_names();
  setup.book = book;
  Season season;
  const SeasonCommand commands[] = {
      CreateSeason{Shared<SeasonSetup>(setup)},
      SetOwner{{club(0), day(1), manager(0)}},
      SetOwner{{club(1), day(1), manager(1)}},
      ImportFixtures{{fixture_row(match, "1")}},
      ImportFigures{score_rows(match, score_of(match), "1")},
  };
  for (const SeasonCommand& command : commands) {
    SeasonEvents events;
    const Context context = season.created ? kSeasonHost : Context{kHost, {}};
    REQUIRE(decide(season, command, context, events).empty());
    apply(season, events, {});
  }
  return season;
}

}  // namespace

TEST_CASE("a season scores a Test by innings, as the match by itself is scored") {
  const CricketMatch match = test_match();
  const CricketScore score = score_of(match);
  for (const char* id : {"dream11-test-2020", "dream11-t20-2020", "pilot-cricket"}) {
    CAPTURE(id);
    const RuleBook book = *rule_book(id);
    const Season season = season_of(match, id);
    const std::vector<LeaderRow> leaders = leaderboard_of(season, book);
    for (const LeaderRow& row : leaders) {
      if (row.asset.value > 1) continue;
      CHECK(row.hundredths ==
            points(book, score, player(row.asset.value)) * hundredths_a_unit(book));
    }
    const TieBreaks names = tie_breaks_of(book.sport);
    const Standings table = standings_of(season, book, names);
    const PointsSheet sheet(season, book, names);
    CHECK(table == standings_of(sheet, season.members, season.stints, season.deductions));
    CHECK(table == Tally(season, book, names).standings());
  }
}

TEST_CASE("a duck and a hundred in one Test count both, and the runs break ties as one sum") {
  const RuleBook book = *rule_book("dream11-test-2020");
  const Standings table =
      standings_of(season_of(test_match(), book.id), book, tie_breaks_of(book.sport));
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].manager == manager(0));
  // 4 in the eleven, -4 the duck, 102 runs, 17 sixes at 2, 8 the hundred.
  CHECK(points_text(table.rows[0].hundredths, 100) == "144");
  CHECK(table.rows[0].tie_breaks[0] == 102);
  // Two wickets at 16 in the eleven's 4, and 5 runs, one of them a four.
  CHECK(points_text(table.rows[1].hundredths, 100) == "42");
  CHECK(table.rows[1].tie_breaks[1] == 2);
}
