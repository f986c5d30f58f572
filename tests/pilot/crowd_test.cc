// Who is there, who may be, and many at once.
#include "libauction/base/random.h"
#include "tests/catch.h"
#include "tests/pilot/stage.h"

namespace pilot {
namespace {

struct Lobby {
  Lobby() : reds(stage.person("Reds")), blues(stage.person("Blues")) {
    league = stage.league({reds, blues}, [](RuleSet& rules) { rules.order = {}; });
  }

  Stage stage;
  ActorId reds, blues;
  LeagueId league;
};

}  // namespace

TEST_CASE("somebody is away ten seconds after the last socket, and told once", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  Client& watching = stage.connect(lobby.reds);
  const Json ack = watching.call("join_league", {{"leagueId", to_text(lobby.league)}});
  CHECK(ack["ok"] == true);
  CHECK(ack["leagueStatus"] == "pre_auction");
  REQUIRE(ack["members"].size() == 2);
  CHECK(ack["members"][1]["online"] == false);
  Client& phone = stage.connect(lobby.blues);
  phone.call("join_league", {{"leagueId", to_text(lobby.league)}});
  Client& tablet = stage.connect(lobby.blues);
  tablet.call("join_league", {{"leagueId", to_text(lobby.league)}});
  watching.forget();
  stage.lose(phone);
  stage.pass(seconds(60));
  CHECK(watching.heard("presence").empty());
  stage.lose(tablet);
  stage.pass(Millis{9'900});
  CHECK(watching.heard("presence").empty());
  stage.pass(Millis{200});
  const std::vector<Json> gone = watching.heard("presence");
  REQUIRE(gone.size() == 1);
  CHECK(gone[0]["userId"] == to_text(lobby.blues));
  CHECK(gone[0]["online"] == false);
}

TEST_CASE("rooms are for members, and sockets for those who are signed in", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  Client& stranger = stage.connect(stage.person("Stranger"));
  for (const char* event : {"join_auction", "join_league"}) {
    const Json ack = stranger.call(
        event, {{"auctionId", to_text(auction)}, {"leagueId", to_text(lobby.league)}});
    CHECK(ack["ok"] == false);
    CHECK(ack["code"] == "not_found");
  }
  CHECK(stage.picture(auction, stage.person("Stranger"))["code"] == "not_found");
  Client& nobody = stage.connect(lobby.reds, {{"token", "made up"}});
  CHECK_FALSE(nobody.connected);
  CHECK(Json::parse(nobody.refused)["data"]["code"] == "unauthenticated");
}

TEST_CASE("a sixth socket of one person ends the eldest", "[pilot][rooms]") {
  Lobby lobby;
  std::vector<Client*> clients;
  for (int i = 0; i < 6; ++i) clients.push_back(&lobby.stage.connect(lobby.reds));
  CHECK(clients[5]->connected);
  CHECK(clients[0]->call("time", {{"clientNow", 1}}).is_null());
  CHECK(clients[1]->call("time", {{"clientNow", 1}})["ok"] == true);
}

TEST_CASE("an expired or ended session closes its sockets, and says so", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  Client& ended = stage.connect(lobby.reds);
  Client& expiring = stage.connect(lobby.blues);
  stage.hall().end_session(lobby.reds);
  stage.pump();
  CHECK(ended.heard("session_expired").size() == 1);
  CHECK(ended.closed);
  CHECK_FALSE(expiring.closed);
  stage.pass(seconds(24 * 3600));
  CHECK(expiring.heard("session_expired").size() == 1);
  CHECK(expiring.closed);
}

TEST_CASE("only who led is told of being outbid", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  Client& reds = stage.connect(lobby.reds);
  Client& blues = stage.connect(lobby.blues);
  for (Client* client : {&reds, &blues}) {
    client->call("join_auction", {{"auctionId", to_text(auction)}});
  }
  stage.until_lot(auction);
  stage.bid(lobby.reds, auction, 2 * kMillion);
  stage.bid(lobby.blues, auction, 3 * kMillion);
  const std::vector<Json> outbid = reds.heard("outbid");
  REQUIRE(outbid.size() == 1);
  CHECK(outbid[0]["by"]["displayName"] == "Blues");
  CHECK(outbid[0]["nextBid"] == 3'100'000);
  CHECK(blues.heard("outbid").empty());
  stage.pass(seconds(7));
  CHECK(reds.heard("tick").size() >= 3);
}

// The same bids on a list: who is first at a price has it.
TEST_CASE("a thousand bids in the last five milliseconds fall as one after the other would",
          "[pilot][rooms]") {
  Stage stage;
  std::vector<ActorId> members;
  for (int i = 0; i < 20; ++i) members.push_back(stage.person("M" + std::to_string(i)));
  const LeagueId league = stage.league(members, [](RuleSet& rules) {
    rules.order = {};
    rules.clock.soft_close = {};
  });
  const AuctionId auction = stage.start(league, members[0]);
  std::vector<Client*> clients;
  for (const ActorId who : members) {
    clients.push_back(&stage.connect(who));
    clients.back()->call("join_auction", {{"auctionId", to_text(auction)}});
  }
  stage.until_lot(auction);
  const std::string lot = stage.lot(auction);
  const Instant end = lot_on_block(stage.state(auction))->ends_at;
  stage.pass(Millis{(end - stage.now).count - 5});
  SplitMix64 chance(7);
  std::int64_t price = 0;
  std::size_t leader = members.size(), accepted = 0;
  for (int i = 0; i < 1000; ++i) {
    if (i % 200 == 199) {
      stage.now = stage.now + Millis{1};
      if (stage.now < end) stage.pump();
    }
    const auto who = static_cast<std::size_t>(chance.below(members.size()));
    const auto amount =
        static_cast<std::int64_t>(1 + chance.below(40)) * kMillion + i / 10 * kMillion;
    const bool counts = stage.now < end && who != leader && amount > price;
    if (counts) price = amount, leader = who, ++accepted;
    clients[who]->send("bid", {{"auctionId", to_text(auction)},
                               {"lotId", lot},
                               {"amount", amount},
                               {"commandId", to_text(stage.command())}});
  }
  stage.pump();
  const std::vector<Json> sold = clients[0]->heard("sold");
  REQUIRE(sold.size() == 1);
  CHECK(sold[0]["winningBid"] == price);
  CHECK(sold[0]["winner"]["userId"] == to_text(members[leader]));
  CHECK(sold[0]["bidCount"] == accepted);
  CHECK(accepted > 20);
  for (const Client* client : clients) CHECK(client->heard("bid_update").size() == accepted);
}

TEST_CASE("bots fill their squads through the same door", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  for (int i = 0; i < 3; ++i) {
    const AddBot bot{{0xb0, static_cast<std::uint64_t>(i + 1)},
                     stage.leagues().next_bot_label(lobby.league)};
    REQUIRE(std::holds_alternative<LeagueDone>(
        stage.leagues().act(lobby.league, bot, lobby.reds, stage.now)));
  }
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  stage.pass(seconds(600));
  std::size_t owned = 0;
  const Json picture = stage.picture(auction, lobby.reds);
  for (const Json& line : picture["participants"]) {
    CHECK((line["bot"] == true) == (line["displayName"].get<std::string>().starts_with("Bot ")));
    if (line["bot"] == true) owned += line["squad"].size();
  }
  CHECK(owned == 6);  // all clubs there are: nobody else bids
}

TEST_CASE("a sale is voided and an auction reset, and everybody sees it", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  Client& client = stage.connect(lobby.blues);
  client.call("join_auction", {{"auctionId", to_text(auction)}});
  stage.until_lot(auction);
  const std::string first = stage.lot(auction);
  stage.bid(lobby.blues, auction, 5 * kMillion);
  stage.pass(seconds(34));
  const Answered rehearsed =
      stage.act(lobby.reds, auction, "void-sale", {{"lotId", first}, {"dryRun", true}});
  CHECK(rehearsed.json["accepted"] == true);
  CHECK(client.heard("sale_voided").empty());
  CHECK(stage.act(lobby.blues, auction, "void-sale", {{"lotId", first}}).status == 403);
  CHECK(stage.act(lobby.reds, auction, "void-sale", {{"lotId", first}}).json["accepted"] == true);
  const std::vector<Json> voided = client.heard("sale_voided");
  REQUIRE(voided.size() == 1);
  CHECK(voided[0]["participants"][0]["purse"] == 500 * kMillion);
  CHECK(voided[0]["willReoffer"] == true);
  CHECK(stage.act(lobby.reds, auction, "reset", {{"confirm", "no"}}).status == 422);
  CHECK(stage.act(lobby.reds, auction, "reset", {{"confirm", "Smoke Test League"}})
            .json["accepted"] == true);
  REQUIRE(client.heard("auction_reset").size() == 1);
  CHECK(client.all().back().event == "sync_state");
  const Json picture = stage.picture(auction, lobby.blues);
  CHECK(picture["status"] == "waiting");
  CHECK(picture["progress"]["sold"] == 0);
  CHECK(stage.act(lobby.reds, auction, "begin").json["status"] == "running");
  stage.until_lot(auction);
  CHECK(stage.act(lobby.reds, auction, "end").json["accepted"] == true);
  stage.pass(seconds(60));
  CHECK(stage.picture(auction, lobby.blues)["reason"] == "ended_by_commissioner");
}

TEST_CASE("who enters a waiting room hears who is there, with a seq and without",
          "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  Json body{{"auctionId", to_text(auction)},
            {"lastSeq", stage.picture(auction, lobby.reds)["seq"]}};
  const auto here = [&](ActorId who) {
    Client& client = stage.connect(who);
    client.call("join_auction", body);
    return client.heard("waiting_room_updated");
  };
  const std::vector<Json> alone = here(lobby.reds);
  REQUIRE(!alone.empty());
  CHECK(alone.back()["waiting"] == Json::array({to_text(lobby.reds)}));
  const std::vector<Json> both = here(lobby.blues);
  REQUIRE(!both.empty());
  CHECK(both.back()["count"] == 2);
  body.erase("lastSeq");
  Client& again = stage.connect(lobby.blues);
  again.call("join_auction", body);
  const std::vector<Json> whole = again.heard("sync_state");
  REQUIRE(!whole.empty());
  CHECK(whole.back()["waiting"].size() == 2);
}

TEST_CASE("a deputy who is appointed meanwhile may pause", "[pilot][rooms]") {
  Lobby lobby;
  Stage& stage = lobby.stage;
  const AuctionId auction = stage.start(lobby.league, lobby.reds);
  stage.until_lot(auction);
  CHECK(stage.act(lobby.blues, auction, "pause").status == 403);
  const GiveRole deputy{lobby.blues, LeagueRole::kDeputy};
  REQUIRE(std::holds_alternative<LeagueDone>(
      stage.leagues().act(lobby.league, deputy, lobby.reds, stage.now)));
  stage.pump();
  CHECK(stage.act(lobby.blues, auction, "pause").json["accepted"] == true);
  CHECK(stage.act(lobby.reds, auction, "DELETE", {{"confirm", "Smoke Test League"}})
            .json["accepted"] == true);
  CHECK(stage.auctions().status_of(*stage.leagues().find(lobby.league), stage.now) ==
        "pre_auction");
}

}  // namespace pilot
