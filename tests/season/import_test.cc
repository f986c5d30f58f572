#include "libauction/season/decide.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

std::vector<FixtureRow> three_fixtures() {
  return {row(day(1), "ARS", "INT", "match001"), row(day(2), "PSG", "INM", "match002"),
          row(day(3), "INT", "PSG")};
}

SeasonReason first_reason(const SeasonRefusals& refusals) {
  REQUIRE(!refusals.empty());
  return refusals.front().reason;
}

}  // namespace

TEST_CASE("importing the same fixtures again changes nothing") {
  Table table;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  const Season once = table.season;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  CHECK(table.season == once);
  CHECK(table.season.fixtures.size() == 3);
}

TEST_CASE("a fixture keeps its slot whatever is imported over it") {
  Table table;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  REQUIRE(table.act(ImportFixtures{{row(day(9), "PSG", "INM", "match002")}}).empty());
  CHECK(table.season.fixtures.size() == 3);
  CHECK(table.season.fixtures[1].meeting.starts_at == day(9));
  CHECK(find_fixture(table.season, "match002") == fixture(1));
}

TEST_CASE("a row without an id finds its fixture by teams and start, and adopts an id later") {
  Table table;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  FixtureRow played = row(day(3), "INT", "PSG", "match003");
  played.goals = Goals{2, 2};
  REQUIRE(table.act(ImportFixtures{{played}}).empty());
  CHECK(table.season.fixtures.size() == 3);
  CHECK(table.season.fixtures[2].meeting.external_id == "match003");
  CHECK(table.season.fixtures[2].result == FixtureResult{FixtureStatus::kFinal, Goals{2, 2}});
  REQUIRE(table.act(ImportFixtures{{row(day(3), "INT", "PSG")}}).empty());
  CHECK(table.season.fixtures[2].meeting.external_id == "match003");
  CHECK(table.season.fixtures[2].result.goals == Goals{2, 2});
}

TEST_CASE("all rows or none, and every bad row is named") {
  Table table;
  const Season before = table.season;
  std::vector<FixtureRow> rows = three_fixtures();
  rows[1].home = "Inter";  // a name is no id, and a part of a name even less
  rows[2].away = "INT";
  const SeasonRefusals refusals = table.act(ImportFixtures{rows});
  REQUIRE(refusals.size() == 2);
  CHECK(refusals[0] == SeasonRefusal{SeasonReason::kUnknownTeam, 1, "homeAssetExternalId", 0});
  CHECK(refusals[1] == SeasonRefusal{SeasonReason::kSameTeam, 2, "awayAssetExternalId", 0});
  CHECK(table.season == before);
}

TEST_CASE("no row can make one match count twice") {
  Table table;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  SECTION("twice in one file") {
    CHECK(first_reason(table.act(
              ImportFixtures{{row(day(5), "ARS", "PSG", "x"), row(day(6), "ARS", "PSG", "x")}})) ==
          SeasonReason::kTwice);
    CHECK(first_reason(table.act(ImportFixtures{
              {row(day(5), "ARS", "PSG"), row(day(5), "ARS", "PSG")}})) == SeasonReason::kTwice);
  }
  SECTION("under another id") {
    CHECK(first_reason(table.act(ImportFixtures{{row(day(1), "ARS", "INT", "match009")}})) ==
          SeasonReason::kOtherFixture);
    CHECK(first_reason(table.act(ImportFixtures{{row(day(3), "INT", "PSG", "match001")}})) ==
          SeasonReason::kOtherFixture);
  }
  SECTION("with other teams once it was played") {
    REQUIRE(table.act(SetResult{fixture(0), {FixtureStatus::kFinal, Goals{1, 0}}, ""}).empty());
    CHECK(first_reason(table.act(ImportFixtures{{row(day(1), "INT", "ARS", "match001")}})) ==
          SeasonReason::kTeamsChanged);
  }
  CHECK(table.season.fixtures.size() == 3);
}

TEST_CASE("goals go with a status that has goals") {
  Table table;
  FixtureRow bad = row(day(1), "ARS", "INT", "a");
  bad.status = FixtureStatus::kFinal;
  CHECK(first_reason(table.act(ImportFixtures{{bad}})) == SeasonReason::kGoalsMissing);
  bad.status = FixtureStatus::kScheduled;
  bad.goals = Goals{1, 1};
  CHECK(first_reason(table.act(ImportFixtures{{bad}})) == SeasonReason::kGoalsTooEarly);
  bad.status = FixtureStatus::kLive;
  bad.goals = Goals{1, 1000};
  CHECK(first_reason(table.act(ImportFixtures{{bad}})) == SeasonReason::kOutOfRange);
}

TEST_CASE("scores replace what was there; the same sheet again gives no event") {
  Table table;
  REQUIRE(table.act(ImportFixtures{three_fixtures()}).empty());
  REQUIRE(table.act(ImportFigures{{{"match001", "ARS", {45, 2}}, {"match001", "INT", {8, 5}}}})
              .empty());
  const Season once = table.season;
  REQUIRE(table.act(ImportFigures{{{"match001", "INT", {8, 5}}, {"match001", "ARS", {45, 2}}}})
              .empty());
  CHECK(table.season == once);
  REQUIRE(table.act(ImportFigures{{{"match001", "ARS", {46, 2}}}}).empty());
  CHECK(find_figures(table.season.fixtures[0], club(0))->values == std::vector{46, 2});
  CHECK(table.season.fixtures[0].figures.size() == 2);
}

TEST_CASE("strangers are taken in where that was asked for, and refused otherwise") {
  Table table;
  const std::vector<ScoreRow> rows{{"final", "P001", {12, 0}}, {"final", "P002", {3, 1}}};
  const SeasonRefusals refusals = table.act(ImportFigures{rows});
  REQUIRE(refusals.size() == 2);
  CHECK(refusals[0] == SeasonRefusal{SeasonReason::kUnknownFixture, 0, "matchId", 0});
  REQUIRE(table.act(ImportFigures{rows, true}).empty());
  CHECK(table.season.strangers == std::vector<std::string>{"P001", "P002"});
  const Season once = table.season;
  REQUIRE(table.act(ImportFigures{rows, true}).empty());
  CHECK(table.season == once);
  // The fixture list may come after the scores: same match, same figures.
  REQUIRE(table.act(ImportFixtures{{row(day(4), "ARS", "PSG", "final")}}).empty());
  CHECK(table.season.fixtures.size() == 1);
  CHECK(table.season.fixtures[0].figures.size() == 2);
}

TEST_CASE("an import tells how many rows it adds, changes and leaves") {
  Table table;
  std::vector<FixtureRow> rows = three_fixtures();
  rows[0].goals = Goals{1, 0};
  SeasonEvents events;
  REQUIRE(decide(table.season, ImportFixtures{rows}, kSeasonHost, events).empty());
  CHECK(count_fixtures(3, events) == ImportCount{3, 0, 0});
  table.take(events);
  rows[1].starts_at = day(8);
  rows[1].goals = Goals{0, 0};
  REQUIRE(decide(table.season, ImportFixtures{rows}, kSeasonHost, events).empty());
  CHECK(count_fixtures(3, events) == ImportCount{0, 1, 2});
  const std::vector<ScoreRow> scores{{"match001", "ARS", {1, 2}}, {"match002", "ARS", {1, 2}}};
  REQUIRE(decide(table.season, ImportFigures{scores}, kSeasonHost, events).empty());
  CHECK(count_figures(table.season, 2, events) == ImportCount{2, 0, 0});
}
