#include "examples/pilot/assets/asset_routes.h"

#include <set>

#include "tests/pilot/league_world.h"

namespace pilot {

TEST_CASE("the pilot's clubs keep the ids its users know, and every asset has its own") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  std::set<std::string> ids;
  std::map<std::string, std::string> names;
  for (const Json& club : world.get(reds, "/clubs")) {
    ids.insert(club.at("id"));
    names[club.at("externalId")] = club.at("name");
    CHECK(club.at("sportKey") == "football");
    CHECK(club.at("meta").is_null());
  }
  CHECK(ids.size() == 52);
  CHECK(names.size() == 52);
  CHECK(names["MCI"] == "Manchester City");
  CHECK(names["LIV"] == "Liverpool");
  CHECK(names["RMA"] == "Real Madrid");
  CHECK(names["FCB"] == "Barcelona");
  CHECK(names["BAY"] == "Bayern Munich");
  CHECK(names["PSG"] == "Paris Saint-Germain");
  CHECK(to_text(asset_id("football", "MCI")) != to_text(asset_id("cricket", "MCI")));
}

TEST_CASE("lists of more than a hundred are read page by page, without a gap or a repeat") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  std::set<std::string> ids;
  for (int page = 1; page <= 3; ++page) {
    const Json answer =
        world.get(reds, "/assets?sportKey=cricket&pageSize=100&page=" + std::to_string(page));
    for (const Json& asset : answer.at("assets")) CHECK(ids.insert(asset.at("id")).second);
    CHECK(answer.at("pagination") == Json{{"page", page},
                                          {"pageSize", 100},
                                          {"total", 228},
                                          {"totalPages", 3},
                                          {"hasNext", page < 3},
                                          {"hasPrev", page > 1}});
  }
  CHECK(ids.size() == 228);
  const Json player = world.get(reds, "/assets?search=virat_kohli").at("assets").at(0);
  CHECK(player.at("name") == "Virat Kohli");
  CHECK(player.at("meta") == Json{{"franchise", "RCB"}, {"role", "Batter"}});
}

TEST_CASE("a search is literal: what means something elsewhere means nothing here") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const auto total = [&](const std::string& query) {
    return world.get(reds, "/assets?" + query).at("pagination").at("total");
  };
  CHECK(total("search=.%2A") == 0);
  CHECK(total("search=%25") == 0);
  CHECK(total("search=MANCHESTER") == 2);
  CHECK(total("search=Inter&sportKey=football") == 1);
  CHECK(world.ask(reds, "GET", "/assets?pageSize=101").status == 422);
  CHECK(world.ask(reds, "GET", "/assets?page=0").status == 422);
  CHECK(world.ask(reds, "GET", "/assets?page=x").json.at("errors").at(0).at("pointer") == "/page");
  CHECK(world.ask(reds, "GET", "/assets?sportKey=chess").status == 422);
  CHECK(world.ask({}, "GET", "/assets").status == 401);
}

TEST_CASE("sports are anybody's to see, and cricket is not there when it is switched off") {
  LeagueWorld world;
  CHECK(world.get({}, "/sports").size() == 2);
  CHECK(world.get({}, "/sports/cricket") ==
        Json{{"key", "cricket"},
             {"name", "Cricket"},
             {"assetType", "PLAYER"},
             {"uiHints", {{"assetLabel", "Player"}, {"assetPlural", "Players"}}}});
  CHECK(world.ask({}, "GET", "/sports/chess").status == 404);

  Settings without;
  without.cricket = false;
  LeagueWorld smaller(without);
  const ActorId reds = smaller.person("Reds");
  CHECK(smaller.get({}, "/sports").size() == 1);
  CHECK(smaller.ask({}, "GET", "/sports/cricket").status == 404);
  CHECK(smaller.get(reds, "/assets").at("pagination").at("total") == 52);
  CHECK(smaller.ask(reds, "POST", "/leagues", {{"name", "A"}, {"sportKey", "cricket"}}).status ==
        422);
}

}  // namespace pilot
