#include "examples/pilot/api/router.h"

#include "tests/catch.h"
#include "tests/pilot/ask.h"

namespace pilot {
namespace {

Routes some_routes() {
  const auto says = [](const char* what) {
    return [what](const Call& call, Reply reply) {
      Json places = Json::array();
      for (const std::string& place : call.places) places.push_back(place);
      reply(json_answer(200, {{"route", what}, {"places", places}, {"query", call.query}}));
    };
  };
  Routes routes{{"GET", "/leagues", Who::kAnyone, says("list")},
                {"POST", "/leagues", Who::kSignedIn, says("create")},
                {"POST", "/leagues/join", Who::kAnyone, says("join")},
                {"POST", "/leagues/{id}", Who::kAnyone, says("post one")},
                {"DELETE", "/leagues/{id}/members/{user}", Who::kAnyone, says("remove")},
                {"GET", "/me/competitions", Who::kAnyone, says("mine")}};
  routes.back().enabled = [](const Settings& settings) { return settings.my_competitions; };
  return routes;
}

TEST_CASE("a path leads to its route, literal parts before places") {
  Asker asker(some_routes());
  CHECK(asker.ask({}, "GET", "/leagues").json["route"] == "list");
  CHECK(asker.ask({}, "POST", "/leagues/join").json["route"] == "join");
  CHECK(asker.ask({}, "POST", "/leagues/77").json["route"] == "post one");
  const auto removed = asker.ask({}, "DELETE", "/leagues/a%2Fb/members/%C3%A9");
  CHECK(removed.json["places"] == Json{"a/b", "\xC3\xA9"});
}

TEST_CASE("a path that is none is 404, whatever the method") {
  Asker asker(some_routes());
  for (const char* path : {"/", "", "/leagues/", "/leagues/7/members/", "/nothing", "//leagues",
                           "/leagues/%FF/members/x", "/leagues/%4/members/x", "/leagues/%00"}) {
    INFO(path);
    CHECK(asker.ask({}, "POST", path).status == 404);
  }
}

TEST_CASE("a known path under another method names those it has") {
  const Settings settings;
  Router router(settings);
  router.add(some_routes());
  CHECK(std::get<OtherMethods>(router.find("PATCH", "/leagues")).allowed == "GET, POST");
  CHECK(std::holds_alternative<NoSuchPath>(router.find("PATCH", "/leaguesx")));
}

TEST_CASE("a route whose feature is off is not there") {
  CHECK(Asker(some_routes()).ask({}, "GET", "/me/competitions").status == 200);
  Settings off;
  off.my_competitions = false;
  CHECK(Asker(some_routes(), off).ask({}, "GET", "/me/competitions").status == 404);
}

TEST_CASE("queries are decoded, and the last value of a name counts") {
  const auto query = parse_query("page=2&search=a%20b+c&page=3&flag&&x=%3D");
  REQUIRE(query);
  CHECK(query->at("page") == "3");
  CHECK(query->at("search") == "a b c");
  CHECK(query->at("flag") == "");
  CHECK(query->at("x") == "=");
  CHECK_FALSE(parse_query("a=%zz"));
  CHECK_FALSE(parse_query("a=%c3"));
}

}  // namespace
}  // namespace pilot
