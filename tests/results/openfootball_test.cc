#include "libauction/adapters/results/openfootball.h"

#include "tests/catch.h"

using namespace auction;

namespace {

std::string refusal(std::string_view json) {
  const auto file = fixtures_from_openfootball(json);
  return file.ok() ? "" : std::string(file.status().message());
}

std::string one(const std::string& match) { return R"({"name":"Cup","matches":[)" + match + "]}"; }

}  // namespace

TEST_CASE("a match has teams, a start in the zone given, and the goals of full time") {
  const auto file = fixtures_from_openfootball(
      one(R"({"round":"Final","date":"2024-09-17","time":"21:00","team1":"A","team2":"B",
              "score":{"ht":[0,1],"ft":[1,1],"et":[2,1],"p":[4,4]}},
             {"round":"Final","date":"2024-09-18","team1":"B","team2":"A","score":{}})"),
      Millis{7'200'000});
  REQUIRE(file.ok());
  CHECK(file->name == "Cup");
  CHECK(file->rows[0].starts_at == Instant{1'726'599'600'000});  // 19:00 UTC
  CHECK(file->rows[0].goals == Goals{1, 1});
  CHECK(file->rows[0].round == "Final");
  CHECK(!file->rows[1].goals.has_value());
  CHECK(teams_of(file->rows) == std::vector<Team>{{"A", "A"}, {"B", "B"}});
}

TEST_CASE("what does not fit is refused with the place") {
  CHECK(refusal("") != "");
  CHECK(refusal("{\"matches\":[") != "");
  CHECK(refusal("[]") == "the text: must be an object, not a list");
  CHECK(refusal("{}") == "the text: must have \"matches\"");
  CHECK(refusal(R"({"matches":{}})") == "/matches: must be a list, not an object");
  CHECK(refusal(one("7")) == "/matches/0: must be an object, not 7");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A"})")) == "/matches/0: must have \"team2\"");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":""})")) ==
        "/matches/0/team2: must be a text, not \"\"");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"A"})")) ==
        "/matches/0: has a team against itself");
  CHECK(refusal(one(R"({"date":"2024-02-30","team1":"A","team2":"B"})")) ==
        "/matches/0/date: must be a day, like 2024-09-17, not \"2024-02-30\"");
  CHECK(refusal(one(R"({"team1":"A","team2":"B"})")) == "/matches/0: must have \"date\"");
  CHECK(refusal(one(R"({"date":"2024-09-17","time":"25:00","team1":"A","team2":"B"})")) ==
        "/matches/0/time: must be a time of day, like 18:45, not \"25:00\"");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"B","score":{"ft":[1]}})")) ==
        "/matches/0/score/ft: must be two numbers of goals");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"B","score":{"ft":[1,2,3,4]}})")) ==
        "/matches/0/score/ft: must be two numbers of goals");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"B","score":{"ft":[1,-2]}})")) ==
        "/matches/0/score/ft/1: must be 0 to 999, not -2");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"B","score":[1,2]})")) ==
        "/matches/0/score: must be an object, not a list");
  CHECK(refusal(one(R"({"date":"2024-09-17","team1":"A","team2":"B"},
                       {"date":"2024-09-18","team1":"A","team2":"B"})")) ==
        "/matches/1: has the teams of an earlier match of this round");
}
