#include "tests/pilot/league_world.h"

namespace pilot {
namespace {

const std::string kScores =
    "matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts\n"
    "m1,virat_kohli,89,0,1,0,0\n"  // 89 + half-century 10 + catch 10
    "m1,ms_dhoni,45,0,2,3,1\n"     // 45 + 20 + 45 + 10
    "m1,P003,8,5,1,0,0\n";         // 8 + 125 + five wickets 25 + 10

Json leader(const Json& list, std::size_t place) {
  return {list.at(place).at("playerExternalId"), list.at(place).at("totalPoints")};
}

}  // namespace

TEST_CASE("cricket scores are counted once, whoever sends them how often") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.cricket(reds);
  const std::string id = league.at("id");
  const Answered dry = world.upload(reds, "/scoring/" + id + "/ingest?dryRun=1", kScores);
  CHECK(dry.json.at("dryRun") == true);
  CHECK(world.get(reds, "/scoring/" + id + "/leaderboard").at("leaderboard").empty());
  CHECK(world.folded(league).seasons.empty());

  world.ear.heard.clear();
  const Answered first = world.upload(reds, "/scoring/" + id + "/ingest", kScores);
  INFO(first.answer.body);
  REQUIRE(first.status == 200);
  CHECK(first.json.at("message") == "3 rows");
  CHECK(first.json.at("processedRows") == 3);
  CHECK(first.json.at("updatedRows") == 3);
  CHECK(first.json.at("unknownPlayers") == Json::array({"P003"}));
  CHECK(first.json.at("leaderboard") == dry.json.at("leaderboard"));
  CHECK(world.ear.events() == std::vector<std::string>{"standings_updated"});
  const Json board = first.json.at("leaderboard");
  REQUIRE(board.size() == 3);
  CHECK(leader(board, 0) == Json{"P003", 168});
  CHECK(leader(board, 1) == Json{"ms_dhoni", 120});
  CHECK(leader(board, 2) == Json{"virat_kohli", 109});

  world.ear.heard.clear();
  const Answered again = world.upload(reds, "/scoring/" + id + "/ingest", kScores);
  CHECK(again.json.at("updatedRows") == 0);
  CHECK(again.json.at("leaderboard") == board);
  CHECK(world.ear.heard.empty());
  const Json whole = world.get(reds, "/scoring/" + id + "/leaderboard");
  CHECK(whole.at("leaderboard").at(1).at("name") == "MS Dhoni");
  CHECK(whole.at("leaderboard").at(0).at("name").is_null());
  CHECK(whole.at("leaderboard").at(0).at("ownedBy").is_null());
  world.restart();
  CHECK(world.get(reds, "/scoring/" + id + "/leaderboard") == whole);
}

TEST_CASE("a score file with bad cells is refused whole, each of them named") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.cricket(reds);
  const std::string ingest = "/scoring/" + league.at("id").get<std::string>() + "/ingest";
  const Answered no = world.upload(
      reds, ingest, kScores + "m2,ms_dhoni,x,0,0,0,0\n" + "m2,virat_kohli,1,-1,0,0,0\n");
  CHECK(no.status == 422);
  CHECK(no.json.at("code") == "bad_rows");
  CHECK(no.json.at("errors").at(0).at("line") == 5);
  CHECK(no.json.at("errors").at(0).at("column") == "runs");
  CHECK(no.json.at("errors").at(1).at("line") == 6);
  CHECK(no.json.at("errors").at(1).at("column") == "wickets");
  CHECK(world.upload(reds, ingest, "matchId,runs\nm1,3\n").status == 422);
  CHECK(world.get(reds, "/scoring/" + league.at("id").get<std::string>() + "/leaderboard")
            .at("leaderboard")
            .empty());
  const Json football = world.football(reds);
  CHECK(world.upload(reds, "/scoring/" + football.at("id").get<std::string>() + "/ingest", kScores)
            .status == 409);
}

TEST_CASE("a league's own numbers count at once, for what was scored before, and can be cleared") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.cricket(reds);
  const std::string id = league.at("id");
  world.upload(reds, "/scoring/" + id + "/ingest", kScores);
  const std::string overrides = world.path(league, "/scoring-overrides");
  const Json rules{{"run", 1}, {"wicket", 20.5}, {"catch", 10}, {"stumping", 25}, {"runOut", 20}};
  const Json own{{"rules", rules}, {"milestones", {{"halfCentury", {{"enabled", false}}}}}};
  CHECK(world.ask(reds, "PUT", overrides, {{"rules", {{"run", 1}}}}).status == 422);
  const Answered changed = world.ask(reds, "PUT", overrides, own);
  INFO(changed.answer.body);
  REQUIRE(changed.status == 200);
  CHECK(changed.json.at("scoringOverrides").at("rules") == rules);
  CHECK(changed.json.at("scoringOverrides").at("milestones").at("halfCentury").at("enabled") ==
        false);
  CHECK(changed.json.at("scoringOverrides").at("milestones").at("century") ==
        Json{{"enabled", true}, {"threshold", 100}, {"points", 25}});
  const auto board = [&] {
    return world.get(reds, "/scoring/" + id + "/leaderboard").at("leaderboard");
  };
  CHECK(leader(board(), 0) == Json{"ms_dhoni", 160});  // 45 + 20 + 75 + 20
  CHECK(leader(board(), 1) == Json{"P003", 145.5});    // 8 + 102.5 + 25 + 10
  CHECK(leader(board(), 2) == Json{"virat_kohli", 99});
  CHECK(world.get(reds, world.path(league, "/standings")).at("scoringBook") ==
        "pilot-cricket+league");
  world.restart();
  CHECK(leader(board(), 1) == Json{"P003", 145.5});
  const Answered cleared = world.ask(reds, "PUT", overrides, nullptr);
  CHECK(cleared.json.at("scoringOverrides").is_null());
  CHECK(leader(board(), 0) == Json{"P003", 168});
  CHECK(world.ask(reds, "POST", world.path(league, "/score/recompute")).json.at("scoringBook") ==
        "pilot-cricket");
}

TEST_CASE("the table is anybody's where the league shares it, and nobody else's where not") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId stranger = world.person("Stranger");
  const Json league = world.football(reds);
  const std::string table = world.path(league, "/standings");
  CHECK(world.get({}, table) == Json{{"leagueId", league.at("id")},
                                     {"sportKey", "football"},
                                     {"scoringBook", "pilot-football-clubs"},
                                     {"lastComputedAt", "2025-10-16T18:40:00.000Z"},
                                     {"table",
                                      {{{"userId", to_text(reds)},
                                        {"displayName", "Reds"},
                                        {"rank", 1},
                                        {"points", 0},
                                        {"tiebreakers", {{"goals", 0}, {"wins", 0}}},
                                        {"assetsOwned", Json::array()},
                                        {"deductions", 0}}}}});
  CHECK(world.ask(reds, "PATCH", world.path(league), {{"shareTable", false}}).status == 200);
  CHECK(world.ask({}, "GET", table).status == 404);
  CHECK(world.ask(stranger, "GET", table).status == 404);
  CHECK(world.ask(reds, "GET", table).status == 200);
}

}  // namespace pilot
