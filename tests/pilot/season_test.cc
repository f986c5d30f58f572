#include "tests/pilot/league_world.h"

namespace pilot {
namespace {

Json row_of(const Json& standings, ActorId who) {
  for (const Json& row : standings.at("table")) {
    if (row.at("userId") == to_text(who)) return row;
  }
  return nullptr;
}

// Three clubs are on offer, Reds and Blues buy in turn.
Json three_clubs(LeagueWorld& world, ActorId reds, ActorId blues) {
  const Json league = world.create(reds, {{"name", "Three clubs"},
                                          {"sportKey", "football"},
                                          {"clubSlots", 2},
                                          {"timerSeconds", 5},
                                          {"startDelaySeconds", 0}});
  world.join(blues, league);
  Json ids = Json::array();
  for (const char* club : {"MCI", "LIV", "RMA"}) ids.push_back(to_text(asset_id("football", club)));
  REQUIRE(world.ask(reds, "PUT", world.path(league, "/assets"), ids).status == 200);
  return league;
}

const std::string kMatches =
    "startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId,goalsHome,"
    "goalsAway\n"
    "2025-01-15T19:00:00Z,MCI,INT,,1,m1,9,2\n"   // 3 + 9
    "2025-01-16T19:00:00Z,RMA,LIV,,1,m2,1,1\n";  // 1 + 1 each

// Points of each club in the matches above.
std::int64_t points_of(const Json& owned) {
  std::int64_t points = 0;
  for (const Json& club : owned) {
    const std::string name = club.at("name");
    const std::int64_t expected = name == "Manchester City" ? 12 : 2;
    CHECK(club.at("points") == expected);
    points += expected;
  }
  return points;
}

}  // namespace

TEST_CASE("after an auction everybody has the points of the clubs he bought, joined by id") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = three_clubs(world, reds, blues);
  world.sell(reds, league, {reds, blues});
  CHECK(world.get(reds, world.path(league, "/state")).at("status") == "auction_complete");
  CHECK(world.folded(league).seasons.size() == 1);  // the squads are kept
  REQUIRE(world.upload(reds, world.path(league, "/fixtures/import-csv"), kMatches).status == 200);

  const Json table = world.get(blues, world.path(league, "/standings"));
  REQUIRE(table.at("table").size() == 2);
  std::int64_t all = 0;
  std::size_t clubs = 0;
  for (const Json& row : table.at("table")) {
    CHECK(row.at("points") == points_of(row.at("assetsOwned")));
    all += row.at("points").get<std::int64_t>();
    clubs += row.at("assetsOwned").size();
  }
  CHECK(clubs == 3);
  CHECK(all == 16);  // Inter's goals are nobody's
  CHECK(table.at("table").at(0).at("points") >= table.at("table").at(1).at("points"));

  // The same file again, a recomputation, and a restart leave it as it is.
  world.upload(reds, world.path(league, "/fixtures/import-csv"), kMatches);
  CHECK(world.ask(reds, "POST", world.path(league, "/score/recompute")).json.at("table") ==
        table.at("table"));
  world.restart();
  CHECK(world.get(blues, world.path(league, "/standings")) == table);

  const Json summary = world.get(reds, world.path(league, "/summary"));
  CHECK(summary.at("status") == "auction_complete");
  CHECK(summary.at("yourBudgetRemaining") ==
        500'000'000 -
            std::int64_t{1'000'000} * static_cast<std::int64_t>(summary.at("yourRoster").size()));
  const Json mine = world.get(reds, "/me/competitions").at(0);
  CHECK(mine.at("assetsOwned") == summary.at("yourRoster"));
  CHECK(mine.at("rank") == row_of(table, reds).at("rank"));
  CHECK(mine.at("points") == row_of(table, reds).at("points"));
  CHECK(mine.at("auctionId") == summary.at("auctionId"));
}

TEST_CASE("who joins after the auction is in the table, with nothing") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const ActorId late = world.person("Late");
  const Json league = three_clubs(world, reds, blues);
  world.sell(reds, league, {reds, blues});
  world.upload(reds, world.path(league, "/fixtures/import-csv"), kMatches);
  world.join(late, league);
  const Json table = world.get(late, world.path(league, "/standings"));
  CHECK(table.at("table").size() == 3);
  CHECK(row_of(table, late).at("points") == 0);
  CHECK(row_of(table, late).at("rank") == 3);
  const Json participants = world.get(late, world.path(league, "/participants"));
  CHECK(participants.at("count") == 3);
  CHECK(participants.at("participants").at(2).at("purse") == 500'000'000);
  CHECK(world.get(late, world.path(league, "/summary")).at("yourRoster").empty());
}

TEST_CASE("a correction and its inverse leave the table as it was") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = three_clubs(world, reds, blues);
  world.sell(reds, league, {reds, blues});
  world.upload(reds, world.path(league, "/fixtures/import-csv"), kMatches);
  const Json before = world.get(reds, world.path(league, "/standings")).at("table");
  const Json fixture = world.get(reds, world.path(league, "/fixtures")).at("fixtures").at(0);
  const std::string score = "/fixtures/" + fixture.at("id").get<std::string>() + "/score";
  CHECK(world.ask(reds, "PATCH", score, {{"goalsHome", 0}, {"goalsAway", 1}}).status == 200);
  CHECK(world.get(reds, world.path(league, "/standings")).at("table") != before);
  CHECK(world.ask(reds, "PATCH", score, {{"goalsHome", 9}, {"goalsAway", 2}}).status == 200);
  CHECK(world.get(reds, world.path(league, "/standings")).at("table") == before);
}

TEST_CASE("while an auction runs nobody joins, and settings and choices stay") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = three_clubs(world, reds, blues);
  const std::string command = to_text(CommandId{7, 7});
  REQUIRE(world.ask(reds, "POST", world.path(league, "/auction/start"), {{"commandId", command}})
              .status == 200);
  world.pass(2);
  const Answered late = world.ask(world.person("Late"), "POST", "/leagues/join",
                                  {{"inviteToken", league.at("inviteToken")}});
  CHECK(late.status == 409);
  CHECK(late.json.at("code") == "auction_started");
  CHECK(world.ask(blues, "POST", "/leagues/join", {{"inviteToken", league.at("inviteToken")}})
            .json.at("message") == "Already joined");
  CHECK(world.ask(reds, "PATCH", world.path(league), {{"clubSlots", 1}}).status == 409);
  CHECK(world.ask(reds, "POST", world.path(league, "/bots"), {{"count", 1}}).status == 409);
  CHECK(world.ask(reds, "DELETE", world.path(league)).status == 409);
  CHECK(world.ask(reds, "DELETE", world.path(league, "/members/" + to_text(blues))).status == 409);
  const Json state = world.get(blues, world.path(league, "/state"));
  CHECK(state.at("status") == "auction_live");
  CHECK(world.get(blues, world.path(league, "/auction")) ==
        Json{{"auctionId", state.at("activeAuctionId")}, {"status", "running"}});
}

}  // namespace pilot
