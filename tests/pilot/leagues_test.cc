#include "tests/pilot/league_world.h"

namespace pilot {
namespace {

std::string pointer_of(const Answered& answered) {
  INFO(answered.answer.body);
  REQUIRE(answered.status == 422);
  return answered.json.at("errors").at(0).at("pointer");
}

}  // namespace

TEST_CASE("a league is created with the pilot's numbers, and its creator is in it") {
  LeagueWorld world;
  const ActorId reds = world.person("Manager A");
  const Json league = world.football(reds);
  const std::string token = league.at("inviteToken");
  CHECK(token.size() == 10);
  CHECK(token.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
  const Json person{{"userId", to_text(reds)}, {"displayName", "Manager A"}};
  const Json expected{{"id", league.at("id")},      {"name", "Smoke Test League"},
                      {"sportKey", "football"},     {"status", "pre_auction"},
                      {"commissioner", person},     {"myRole", "commissioner"},
                      {"minManagers", 2},           {"maxManagers", 8},
                      {"budget", 500'000'000},      {"clubSlots", 3},
                      {"timerSeconds", 30},         {"antiSnipeSeconds", 10},
                      {"waitingRoom", false},       {"startDelaySeconds", 5},
                      {"spectators", false},        {"shareTable", true},
                      {"preset", "pilot-football"}, {"minimumBid", 1'000'000},
                      {"bidStep", 100'000},         {"reservePerSlot", 1'000'000},
                      {"inviteToken", token},       {"memberCount", 1},
                      {"assetsSelected", 52},       {"assetsTotal", 52},
                      {"activeAuctionId", nullptr}, {"scoringOverrides", nullptr},
                      {"warnings", Json::array()},  {"createdAt", "2025-10-16T18:40:00.000Z"}};
  CHECK(league == expected);
  CHECK(world.get(reds, world.path(league)) == expected);
  CHECK(world.get(reds, "/leagues") == Json::array({expected}));
}

TEST_CASE("every number of a league has its range, and the answer names the field") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const auto with = [&](const char* field, const Json& value) {
    Json body{{"name", "A"}, {"sportKey", "football"}};
    body[field] = value;
    return world.ask(reds, "POST", "/leagues", body);
  };
  CHECK(with("budget", 999'999).json.at("detail") == "budget: must be 1000000 or more");
  CHECK(pointer_of(with("budget", 2'999'999)) == "/budget");  // not the cheapest squad
  CHECK(pointer_of(with("budget", 1.5)) == "/budget");
  CHECK(pointer_of(with("minManagers", 1)) == "/minManagers");
  CHECK(pointer_of(with("minManagers", 9)) == "/minManagers");  // above maxManagers
  CHECK(pointer_of(with("maxManagers", 31)) == "/maxManagers");
  CHECK(pointer_of(with("clubSlots", 0)) == "/clubSlots");
  CHECK(pointer_of(with("clubSlots", 41)) == "/clubSlots");
  CHECK(pointer_of(with("timerSeconds", 4)) == "/timerSeconds");
  CHECK(pointer_of(with("timerSeconds", 86'401)) == "/timerSeconds");
  CHECK(pointer_of(with("antiSnipeSeconds", 30)) == "/antiSnipeSeconds");
  CHECK(pointer_of(with("antiSnipeSeconds", 2)) == "/antiSnipeSeconds");
  CHECK(pointer_of(with("startDelaySeconds", 61)) == "/startDelaySeconds");
  CHECK(pointer_of(with("name", "")) == "/name");
  CHECK(pointer_of(with("name", std::string(81, 'x'))) == "/name");
  CHECK(pointer_of(with("name", "a\nb")) == "/name");
  CHECK(pointer_of(with("name", "a\u202Eb")) == "/name");
  CHECK(pointer_of(with("sportKey", "chess")) == "/sportKey");
  CHECK(pointer_of(with("preset", "nobody's")) == "/preset");
  CHECK(pointer_of(with("rules", {{"preset", "pilot-football"}, {"openLots", 0}}))
            .starts_with("/rules"));
  CHECK(world.get(reds, "/leagues").empty());
}

TEST_CASE("what is legal and unwise is told as a warning") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.create(reds, {{"name", "Late"},
                                          {"sportKey", "football"},
                                          {"antiSnipeSeconds", 3},
                                          {"maxManagers", 30},
                                          {"clubSlots", 2}});
  REQUIRE(league.at("warnings").size() == 2);
  CHECK(league.at("warnings").at(0).at("code") == "anti_snipe_short");
  CHECK(league.at("warnings").at(1).at("code") == "too_few_assets");
  // A clock too short for the usual window takes the window with it.
  const Json quick =
      world.create(reds, {{"name", "Quick"}, {"sportKey", "football"}, {"timerSeconds", 5}});
  CHECK(quick.at("antiSnipeSeconds") == 4);
  const Json off =
      world.create(reds, {{"name", "Off"}, {"sportKey", "football"}, {"antiSnipeSeconds", 0}});
  CHECK(off.at("antiSnipeSeconds") == 0);
  CHECK(off.at("warnings").empty());
}

TEST_CASE("a league of another preset, and of rules of its own") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json ipl =
      world.create(reds, {{"name", "IPL"}, {"sportKey", "cricket"}, {"preset", "ipl-2025"}});
  CHECK(ipl.at("budget") == 12'000);
  CHECK(ipl.at("clubSlots") == 25);
  const Json own =
      world.create(reds, {{"name", "Own"},
                          {"sportKey", "football"},
                          {"rules", {{"preset", "pilot-football"}, {"budget", 90'000'000}}},
                          {"clubSlots", 2}});
  CHECK(own.at("budget") == 90'000'000);
  CHECK(own.at("clubSlots") == 2);
}

TEST_CASE("a stranger is told that there is no league; a manager, that this is not for him") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const ActorId stranger = world.person("Stranger");
  const Json league = world.football(reds);
  world.join(blues, league);
  const std::string token = league.at("inviteToken");

  for (const char* more : {"", "/members", "/participants", "/assets", "/available-assets",
                           "/state", "/summary", "/fixtures", "/fixtures.ics"}) {
    INFO(more);
    CHECK(world.ask(blues, "GET", world.path(league, more)).status == 200);
    const Answered no = world.ask(stranger, "GET", world.path(league, more));
    CHECK(no.status == 404);
    CHECK(no.answer.body.find(token) == std::string::npos);
    CHECK(world.ask({}, "GET", world.path(league, more)).status == 401);
  }
  CHECK(world.ask(reds, "GET", "/leagues/nonsense").status == 404);
  CHECK(world.ask(reds, "GET", world.path(league, "/auction")).status == 404);

  const std::vector<std::pair<const char*, std::string>> rights{
      {"PATCH", ""},
      {"DELETE", ""},
      {"PUT", "/assets"},
      {"POST", "/deputy"},
      {"POST", "/bots"},
      {"POST", "/rotate-token"},
      {"POST", "/score/recompute"},
      {"PUT", "/scoring-overrides"},
      {"POST", "/fixtures/import-csv"},
      {"DELETE", "/members/" + to_text(reds)}};
  for (const auto& [method, more] : rights) {
    INFO(method << ' ' << more);
    CHECK(world.ask(blues, method, world.path(league, more)).status == 403);
    CHECK(world.ask(stranger, method, world.path(league, more)).status == 404);
  }
  CHECK(world.get(reds, world.path(league)).at("memberCount") == 2);
}

TEST_CASE("settings are changed one by one, until the auction has begun") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.football(reds);
  world.ear.heard.clear();
  const Answered changed = world.ask(reds, "PATCH", world.path(league),
                                     {{"name", "Autumn"}, {"clubSlots", 2}, {"userId", "x"}});
  CHECK(changed.status == 200);
  CHECK(changed.json.at("name") == "Autumn");
  CHECK(changed.json.at("clubSlots") == 2);
  CHECK(changed.json.at("timerSeconds") == 30);
  CHECK(changed.json.at("inviteToken") == league.at("inviteToken"));
  CHECK(world.ear.events() == std::vector<std::string>{"league_updated"});
  CHECK(pointer_of(world.ask(reds, "PATCH", world.path(league), {{"budget", 1}})) == "/budget");
  CHECK(world.get(reds, world.path(league)) == changed.json);
  // Nothing new is nothing to tell.
  world.ear.heard.clear();
  CHECK(world.ask(reds, "PATCH", world.path(league), {{"clubSlots", 2}}).status == 200);
  CHECK(world.ear.heard.empty());
}

TEST_CASE("a league that is dissolved is gone for everybody") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  world.join(blues, league);
  CHECK(world.ask(reds, "DELETE", world.path(league)).status == 200);
  CHECK(world.ask(blues, "GET", world.path(league)).status == 404);
  CHECK(world.get(blues, "/leagues").empty());
  CHECK(world.get(blues, "/me/competitions").empty());
  CHECK(world.ask(blues, "POST", "/leagues/join", {{"inviteToken", league.at("inviteToken")}})
            .status == 404);
  world.restart();
  CHECK(world.ask(reds, "GET", world.path(league)).status == 404);
}

TEST_CASE("assets are chosen by id, whole lists of more than a hundred too") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league = world.cricket(reds);
  CHECK(league.at("assetsSelected") == 228);
  const Json all = world.get(reds, world.path(league, "/available-assets"));
  CHECK(all.size() == 228);
  Json ids = Json::array();
  for (std::size_t i = 0; i < 150; ++i) ids.push_back(all.at(i).at("id"));
  const Answered chosen = world.ask(reds, "PUT", world.path(league, "/assets"), ids);
  CHECK(chosen.json == Json{{"message", "150 selected"}, {"count", 150}});
  const Json second = world.get(reds, world.path(league, "/assets?pageSize=100&page=2"));
  CHECK(second.at("assets").size() == 50);
  CHECK(second.at("assets").at(0) == all.at(100));
  CHECK(second.at("pagination").at("total") == 150);

  const auto put = [&](Json list) {
    return world.ask(reds, "PUT", world.path(league, "/assets"), list);
  };
  CHECK(pointer_of(put(Json::array())) == "");
  CHECK(pointer_of(put({ids.at(0), ids.at(1), ids.at(0)})) == "/2");
  CHECK(pointer_of(put({ids.at(0), to_text(asset_id("football", "MCI"))})) == "/1");
  CHECK(pointer_of(put({ids.at(0), 7})) == "/1");
  CHECK(world.get(reds, world.path(league)).at("assetsSelected") == 150);
}

TEST_CASE("what a league was told is what it says after a restart") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  world.join(blues, league);
  world.ask(reds, "POST", world.path(league, "/bots"), {{"count", 2}});
  world.ask(reds, "PATCH", world.path(league), {{"budget", 90'000'000}});
  std::map<std::string, Json> before;
  const std::vector<std::string> paths{"/leagues",
                                       "/me/competitions",
                                       world.path(league),
                                       world.path(league, "/members"),
                                       world.path(league, "/participants"),
                                       world.path(league, "/summary"),
                                       world.path(league, "/standings")};
  for (const std::string& path : paths) before[path] = world.get(blues, path);
  world.restart();
  for (const std::string& path : paths) CHECK(world.get(blues, path) == before[path]);
  world.join(world.person("Greens"), league);
  CHECK(world.folded(league).members.back().label == "Manager 3");
}

}  // namespace pilot
