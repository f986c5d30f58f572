#include <algorithm>

#include "tests/pilot/league_world.h"

namespace pilot {

TEST_CASE("fifty people redeem one link at once, twice each: the seats that are there are taken") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const Json league =
      world.create(reds, {{"name", "Full house"}, {"sportKey", "football"}, {"maxManagers", 30}});
  const Json body{{"inviteToken", league.at("inviteToken")}};
  std::vector<ActorId> people;
  for (int i = 0; i < 50; ++i) people.push_back(world.person("Guest " + std::to_string(i)));
  int joined = 0, again = 0, full = 0;
  for (int round = 0; round < 2; ++round) {
    for (const ActorId who : people) {
      const Answered answer = world.ask(who, "POST", "/leagues/join", body);
      if (answer.status == 409) {
        CHECK(answer.json.at("code") == "league_full");
        CHECK(answer.json.at("detail") == "The league is full (30 of 30).");
        ++full;
      } else {
        REQUIRE(answer.status == 200);
        ++(answer.json.at("message") == "Joined" ? joined : again);
      }
    }
  }
  CHECK(joined == 29);
  CHECK(again == 29);
  CHECK(full == 42);
  CHECK(world.get(reds, world.path(league)).at("memberCount") == 30);
  CHECK(world.get(reds, world.path(league, "/participants")).at("count") == 30);
  CHECK(world.get(reds, world.path(league, "/members")).size() == 30);
  CHECK(world.get(reds, world.path(league, "/standings")).at("table").size() == 30);
}

TEST_CASE("joining answers with the participant, by token however it is typed, or by id") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  std::string typed = league.at("inviteToken");
  std::transform(typed.begin(), typed.end(), typed.begin(), [](char c) {
    return c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
  });
  typed.insert(5, "-");
  const Answered joined = world.ask(blues, "POST", "/leagues/join", {{"inviteToken", typed}});
  REQUIRE(joined.status == 200);
  CHECK(joined.json == Json{{"message", "Joined"},
                            {"leagueId", league.at("id")},
                            {"participant",
                             {{"userId", to_text(blues)},
                              {"displayName", "Blues"},
                              {"role", "manager"},
                              {"bot", false},
                              {"online", false},
                              {"purse", 500'000'000},
                              {"spent", 0},
                              {"slotsUsed", 0},
                              {"slotsLeft", 3},
                              {"maxBid", 498'000'000},
                              {"squad", Json::array()}}}});
  const Answered again = world.ask(blues, "POST", world.path(league, "/join"));
  CHECK(again.status == 200);
  CHECK(again.json.at("message") == "Already joined");
  CHECK(world.folded(league).members.size() == 2);
}

TEST_CASE("a wrong invite is refused without a word about the right one") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  const std::string token = league.at("inviteToken");
  for (const Json& body :
       {Json::object(), Json{{"inviteToken", "0000000000"}}, Json{{"inviteToken", "no token"}}}) {
    const Answered no = world.ask(blues, "POST", world.path(league, "/join"), body);
    CHECK(no.status == 403);
    CHECK(no.answer.body.find(token) == std::string::npos);
    CHECK(no.answer.body.find("Smoke") == std::string::npos);
  }
  CHECK(world.ask(blues, "POST", "/leagues/join", {{"inviteToken", "0000000000"}}).status == 404);
  CHECK(world.ask(blues, "POST", "/leagues/join").status == 422);
  CHECK(world.ask({}, "POST", "/leagues/join", {{"inviteToken", token}}).status == 401);

  const Answered rotated = world.ask(reds, "POST", world.path(league, "/rotate-token"));
  REQUIRE(rotated.status == 200);
  CHECK(rotated.json.at("inviteToken") != token);
  CHECK(world.ask(blues, "POST", "/leagues/join", {{"inviteToken", token}}).status == 404);
  CHECK(world.ask(blues, "POST", world.path(league, "/join"), {{"inviteToken", token}}).status ==
        403);
  world.join(blues, rotated.json);
  CHECK(world.get(blues, world.path(league)).at("inviteToken") == rotated.json.at("inviteToken"));
}

TEST_CASE("spectators look on where the league lets them, and see no invite") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId greys = world.person("Greys");
  const Json closed = world.football(reds);
  const Json look{{"role", "spectator"}};
  CHECK(world.ask(greys, "POST", world.path(closed, "/join"), look).status == 403);
  const Json league =
      world.create(reds, {{"name", "Open"}, {"sportKey", "football"}, {"spectators", true}});
  CHECK(world.ask(greys, "POST", world.path(league, "/join"), look).status == 200);
  const Json seen = world.get(greys, world.path(league));
  CHECK(seen.at("myRole") == "spectator");
  CHECK(seen.at("inviteToken").is_null());
  CHECK(world.get(reds, world.path(league, "/participants")).at("count") == 1);
  CHECK(world.get(reds, world.path(league, "/standings")).at("table").size() == 1);
  // With the token a seat is taken, once.
  world.join(greys, league);
  CHECK(world.get(greys, world.path(league)).at("myRole") == "manager");
  CHECK(world.folded(league).members.size() == 2);
}

TEST_CASE("the room hears of members in order, and who is removed is sent out") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  world.ear.heard.clear();
  world.ear.present = blues;
  world.join(blues, league);
  CHECK(world.ear.events() ==
        std::vector<std::string>{"member_joined", "sync_members", "participants_changed"});
  CHECK(world.ear.heard[0].json == Json{{"leagueId", league.at("id")},
                                        {"userId", to_text(blues)},
                                        {"displayName", "Blues"},
                                        {"role", "manager"},
                                        {"bot", false},
                                        {"online", true},
                                        {"joinedAt", "2025-10-16T18:40:00.000Z"}});
  CHECK(world.ear.heard[1].json.at("members").size() == 2);
  CHECK(world.ear.heard[1].json.at("members") == world.get(reds, world.path(league, "/members")));
  CHECK(world.ear.heard[2].json == Json{{"leagueId", league.at("id")}, {"count", 2}});

  world.ear.heard.clear();
  const std::string member = world.path(league, "/members/" + to_text(blues));
  CHECK(world.ask(reds, "DELETE", member).status == 200);
  CHECK(world.ear.events() ==
        std::vector<std::string>{"member_left", "sync_members", "participants_changed"});
  CHECK(world.ear.heard[0].json.at("by") == "commissioner");
  CHECK(world.ear.expelled == std::vector<ActorId>{blues});
  CHECK(world.ask(blues, "GET", world.path(league)).status == 404);
  CHECK(world.ask(reds, "DELETE", member).status == 404);
  CHECK(world.ask(reds, "DELETE", world.path(league, "/members/" + to_text(reds))).status == 409);
}

TEST_CASE("a deputy is named and unnamed; bots take the seats that are left and are marked") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league =
      world.create(reds, {{"name", "Bots"}, {"sportKey", "football"}, {"maxManagers", 4}});
  world.join(blues, league);
  const std::string deputy = world.path(league, "/deputy");
  CHECK(world.ask(reds, "POST", deputy, {{"userId", to_text(blues)}}).status == 200);
  CHECK(world.get(blues, world.path(league)).at("myRole") == "deputy");
  CHECK(world.ask(blues, "PATCH", world.path(league), {{"clubSlots", 1}}).status == 403);
  CHECK(world.ask(reds, "POST", deputy, {{"userId", to_text(blues)}, {"deputy", false}}).status ==
        200);
  CHECK(world.get(blues, world.path(league)).at("myRole") == "manager");
  CHECK(world.ask(reds, "POST", deputy, {{"userId", "nobody"}}).status == 422);
  CHECK(world.ask(reds, "POST", deputy, {{"userId", to_text(ActorId{1, 2})}}).status == 404);

  const std::string bots = world.path(league, "/bots");
  CHECK(world.ask(reds, "POST", bots, {{"count", 0}}).status == 422);
  CHECK(world.ask(reds, "POST", bots, {{"count", 3}}).status == 409);  // none of them
  CHECK(world.folded(league).members.size() == 2);
  CHECK(world.ask(reds, "POST", bots, {{"count", 2}}).status == 200);
  const Json participants = world.get(reds, world.path(league, "/participants"));
  CHECK(participants.at("participants").at(2).at("displayName") == "Bot 1");
  CHECK(participants.at("participants").at(3).at("bot") == true);
}

TEST_CASE("no person's name is in a log, and a label is never given twice") {
  LeagueWorld world;
  const ActorId reds = world.person("Reds");
  const ActorId blues = world.person("Blues");
  const Json league = world.football(reds);
  world.join(blues, league);
  CHECK(world.ask(blues, "DELETE", world.path(league, "/members/" + to_text(blues))).status == 200);
  CHECK(world.ear.heard.back().event == "participants_changed");
  world.join(world.person("Greens"), league);
  world.join(blues, league);
  std::vector<std::string> labels;
  for (const LeagueMember& member : world.folded(league).members) labels.push_back(member.label);
  CHECK(labels == std::vector<std::string>{"Manager 1", "Manager 3", "Manager 4"});
  CHECK(world.get(reds, world.path(league, "/standings")).at("table").size() == 3);
}

}  // namespace pilot
