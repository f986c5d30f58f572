// Whole auctions over the pilot's own store and hub: what hurt its users, case by case.
#include "tests/catch.h"
#include "tests/pilot/stage.h"

namespace pilot {
namespace {

void without_draw(RuleSet& rules) { rules.order = {}; }

struct Table {
  Table(std::size_t clubs = 6, const Stage::Tweak& tweak = without_draw)
      : reds(stage.person("Reds")), blues(stage.person("Blues")) {
    league = stage.league({reds, blues}, tweak, clubs);
    auction = stage.start(league, reds);
    client = &stage.connect(blues);
    client->call("join_league", {{"leagueId", to_text(league)}});
    client->call("join_auction", {{"auctionId", to_text(auction)}});
  }
  // The lot goes to whoever bids first and alone; whoever has no room lets the other.
  void sell_lot(ActorId first, ActorId second) {
    stage.until_lot(auction);
    if (stage.bid(first, auction, kMillion)["accepted"] == false) {
      stage.bid(second, auction, kMillion);
    }
    stage.pass(seconds(34));
  }

  Stage stage;
  ActorId reds, blues;
  LeagueId league;
  AuctionId auction;
  Client* client = nullptr;
};

}  // namespace

TEST_CASE("an auction runs to its end, and ends when all squads are full", "[pilot][rooms]") {
  Table table(8);
  Stage& stage = table.stage;
  std::size_t told = 0;
  stage.auctions().when_ended([&](const League& league, const State& state) {
    ++told;
    CHECK(league.auctions.back().fate == AuctionFate::kCompleted);
    CHECK(state.end_reason == EndReason::kAllSquadsFull);
  });
  CHECK(stage.auctions().status_of(*stage.leagues().find(table.league), stage.now) == "waiting");
  for (int lot = 0; lot < 6; ++lot) table.sell_lot(table.reds, table.blues);
  const Json picture = stage.picture(table.auction, table.blues);
  CHECK(picture["status"] == "completed");
  CHECK(picture["phase"] == "done");
  CHECK(picture["lot"].is_null());
  CHECK(picture["reason"] == "all_squads_full");
  for (const Json& manager : picture["participants"]) CHECK(manager["squad"].size() == 3);
  CHECK(told == 1);

  const std::vector<Json> complete = table.client->heard("auction_complete");
  REQUIRE(complete.size() == 1);
  CHECK(complete[0]["clubsSold"] == 6);
  CHECK(complete[0]["clubsUnsold"] == 0);
  CHECK(complete[0]["clubsLeft"] == 2);
  CHECK(table.client->heard("sold").size() == 6);
  const std::vector<Client::Heard>& all = table.client->all();
  CHECK(all[all.size() - 2].event == "auction_complete");  // after the last lot's sold
  CHECK(all.back().event == "league_status_changed");
  CHECK(all.back().body["status"] == "auction_complete");
}

TEST_CASE("a sale is voided after the end, and a reset plays all of it again", "[pilot][rooms]") {
  Table table(8);
  Stage& stage = table.stage;
  std::size_t told = 0;
  stage.auctions().when_ended([&](const League&, const State&) { ++told; });
  for (int lot = 0; lot < 6; ++lot) table.sell_lot(table.reds, table.blues);
  const Json voided = {{"lotId", to_text(table.auction) + "-lot-1"}, {"note", "typing error"}};
  const auto as = [&](ActorId who, std::string_view what, Json body) {
    return stage.act(who, table.auction, what, std::move(body));
  };
  CHECK(as(table.blues, "void-sale", voided).status == 403);
  Json again = voided;
  again["reoffer"] = true;  // nothing comes up any more
  CHECK(as(table.reds, "void-sale", again).json["reason"] == "wrong_state");
  Json dry = voided;
  dry["dryRun"] = true;
  CHECK(as(table.reds, "void-sale", dry).json["accepted"] == true);
  CHECK(told == 1);
  CHECK(as(table.reds, "void-sale", voided).json["accepted"] == true);
  CHECK(told == 2);
  const std::vector<Json> heard = table.client->heard("sale_voided");
  REQUIRE(heard.size() == 1);
  CHECK(heard[0]["willReoffer"] == false);
  CHECK(heard[0]["participants"].at(0)["purse"] == 498 * kMillion);
  CHECK(stage.picture(table.auction, table.reds)["status"] == "completed");

  const Json reset = {{"confirm", "Smoke Test League"}, {"commandId", to_text(stage.command())}};
  const auto status = [&] {
    return stage.auctions().status_of(*stage.leagues().find(table.league), stage.now);
  };
  CHECK(as(table.reds, "reset", {{"confirm", "another"}}).status == 422);
  CHECK(status() == "auction_complete");
  CHECK(as(table.reds, "reset", reset).json["accepted"] == true);
  CHECK(status() == "waiting");
  CHECK(table.client->heard("auction_reset").size() == 1);
  stage.restart();
  CHECK(status() == "waiting");
  CHECK(as(table.reds, "begin", {}).status == 200);
  for (int lot = 0; lot < 6; ++lot) table.sell_lot(table.reds, table.blues);
  CHECK(status() == "auction_complete");
  CHECK(told == 2);  // who listened was told before the restart
  CHECK(as(table.reds, "reset", reset).json["accepted"] == true);  // the same command: its answer
  CHECK(status() == "auction_complete");
}

TEST_CASE("every accepted bid reaches the room, and no other auction's", "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  const LeagueId other = stage.league({table.reds, table.blues}, without_draw);
  const AuctionId elsewhere = stage.start(other, table.reds);
  stage.until_lot(table.auction);
  stage.until_lot(elsewhere);
  CHECK(stage.bid(table.reds, table.auction, 5 * kMillion)["accepted"] == true);
  CHECK(stage.bid(table.reds, elsewhere, 7 * kMillion)["accepted"] == true);
  const std::vector<Json> heard = table.client->heard("bid_update");
  REQUIRE(heard.size() == 1);
  CHECK(heard[0]["amount"] == 5 * kMillion);
  CHECK(heard[0]["bidder"]["displayName"] == "Reds");
  CHECK(heard[0]["previousBidder"].is_null());
  for (const Client::Heard& event : table.client->all()) {
    if (event.body.contains("auctionId")) {
      CHECK(event.body["auctionId"] == to_text(table.auction));
    }
  }
}

TEST_CASE("equal and lower bids are refused with the amount that would do", "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  CHECK(stage.bid(table.reds, table.auction, 5 * kMillion)["accepted"] == true);
  for (const std::int64_t amount : {5 * kMillion, 4 * kMillion}) {
    const Json receipt = stage.bid(table.blues, table.auction, amount);
    CHECK(receipt["accepted"] == false);
    CHECK(receipt["reason"] == "too_low");
    CHECK(receipt["limit"] == 5'100'000);
    CHECK(receipt["leader"]["displayName"] == "Reds");
  }
  CHECK(stage.bid(table.blues, table.auction, 5'100'000)["accepted"] == true);
}

TEST_CASE("a bid for the old lot never lands on the next", "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  const std::string old_lot = stage.lot(table.auction);
  stage.pass(seconds(34));
  REQUIRE(stage.lot(table.auction) != old_lot);
  const Answered late =
      stage.act(table.reds, table.auction, "bid", {{"lotId", old_lot}, {"amount", 5 * kMillion}});
  CHECK(late.status == 200);
  CHECK(late.json["accepted"] == false);
  CHECK(late.json["reason"] == "lot_closed");
  CHECK(lot_on_block(stage.state(table.auction))->bid_count == 0);
  const Answered tap = stage.act(table.reds, table.auction, "complete-lot", {{"lotId", old_lot}});
  CHECK(tap.json["accepted"] == false);  // a second tap cannot reach it either
  CHECK(stage.lot(table.auction) != old_lot);
}

TEST_CASE("a retry gets the first answer, on either transport and after a restart",
          "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  Json body = {{"lotId", stage.lot(table.auction)},
               {"amount", 5 * kMillion},
               {"commandId", to_text(stage.command())}};
  Json first = stage.act(table.blues, table.auction, "bid", body).json;
  CHECK(first["accepted"] == true);
  CHECK(first["replayed"] == false);
  first["replayed"] = true;
  Json by_socket = body;
  by_socket["auctionId"] = to_text(table.auction);
  CHECK(table.client->call("bid", by_socket) == first);
  stage.restart();
  CHECK(stage.act(table.blues, table.auction, "bid", body).json == first);
  body["amount"] = 6 * kMillion;
  const Answered conflict = stage.act(table.blues, table.auction, "bid", body);
  CHECK(conflict.status == 409);
  CHECK(conflict.json["code"] == "command_conflict");
  CHECK(lot_on_block(stage.state(table.auction))->bid_count == 1);
}

TEST_CASE("an unsold club comes again, and the last lot is awarded", "[pilot][rooms]") {
  Table table(2);
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  stage.pass(seconds(34));
  std::vector<Json> sold = table.client->heard("sold");
  REQUIRE(sold.size() == 1);
  CHECK(sold[0]["unsold"] == true);
  CHECK(sold[0]["willReoffer"] == true);
  CHECK(sold[0]["winner"].is_null());
  table.sell_lot(table.blues, table.reds);
  stage.until_lot(table.auction);
  CHECK(stage.picture(table.auction, table.reds)["lot"]["reoffer"] == true);
  CHECK(stage.bid(table.blues, table.auction, 3 * kMillion)["accepted"] == true);
  stage.pass(seconds(40));
  sold = table.client->heard("sold");
  REQUIRE(sold.size() == 3);
  CHECK(sold[2]["unsold"] == false);
  CHECK(sold[2]["winner"]["displayName"] == "Blues");
  CHECK(sold[2]["winningBid"] == 3 * kMillion);
  CHECK(sold[2]["opensAt"].is_null());
  CHECK(stage.picture(table.auction, table.reds)["status"] == "completed");
}

TEST_CASE("a pause keeps the clock to the millisecond, and is not an end", "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  stage.pass(Millis{7'321});
  const Instant end = lot_on_block(stage.state(table.auction))->ends_at;
  const std::int64_t left = (end - stage.now).count;
  CHECK(stage.act(table.blues, table.auction, "pause").status == 403);
  CHECK(stage.act(table.reds, table.auction, "pause", {{"note", "tea"}}).json["accepted"] == true);
  const std::vector<Json> paused = table.client->heard("auction_paused");
  REQUIRE(paused.size() == 1);
  CHECK(paused[0]["remainingMs"] == left);
  CHECK(paused[0]["note"] == "tea");
  stage.pass(seconds(3600));
  const Json picture = stage.picture(table.auction, table.blues);
  CHECK(picture["status"] == "paused");
  CHECK(picture["remainingMs"] == left);
  CHECK(picture["timer"].is_null());
  CHECK(picture["pausedBy"]["displayName"] == "Reds");
  CHECK(picture["me"]["why"] == "paused");
  CHECK(stage.auctions().status_of(*stage.leagues().find(table.league), stage.now) ==
        "auction_paused");
  stage.act(table.reds, table.auction, "resume");
  CHECK(lot_on_block(stage.state(table.auction))->ends_at == stage.now + Millis{left});
}

TEST_CASE("nobody spends what the rest of the squad needs", "[pilot][rooms]") {
  Table table;
  Stage& stage = table.stage;
  stage.until_lot(table.auction);
  const Json receipt = stage.bid(table.blues, table.auction, 500 * kMillion);
  CHECK(receipt["reason"] == "squad_unfillable");
  CHECK(receipt["limit"] == 498 * kMillion);
  CHECK(stage.picture(table.auction, table.blues)["me"]["maxBid"] == 498 * kMillion);
}

TEST_CASE("thirty managers have right purses to the end", "[pilot][rooms]") {
  Stage stage;
  std::vector<ActorId> members;
  for (int i = 0; i < 30; ++i) members.push_back(stage.person("M" + std::to_string(i)));
  const LeagueId league = stage.league(
      members,
      [](RuleSet& rules) {
        rules.order = {};
        rules.squad.min = rules.squad.max = 1;
      },
      36);
  const AuctionId auction = stage.start(league, members[0]);
  for (std::size_t i = 0; i < members.size(); ++i) {
    stage.until_lot(auction);
    const auto price = static_cast<std::int64_t>(i + 1) * kMillion;
    REQUIRE(stage.bid(members[i], auction, price)["accepted"] == true);
    stage.pass(seconds(34));
  }
  const Json picture = stage.picture(auction, members[0]);
  CHECK(picture["reason"] == "all_squads_full");
  REQUIRE(picture["participants"].size() == 30);
  for (std::size_t i = 0; i < members.size(); ++i) {
    const Json& line = picture["participants"][i];
    CHECK(line["squad"].size() == 1);
    CHECK(line["purse"] == (500 - static_cast<std::int64_t>(i + 1)) * kMillion);
  }
}

TEST_CASE("a start is for the commissioner, needs managers, and gives one auction",
          "[pilot][rooms]") {
  Stage stage;
  const ActorId reds = stage.person("Reds"), blues = stage.person("Blues");
  const LeagueId alone = stage.league({reds});
  const std::string path = "/leagues/" + to_text(alone) + "/auction/start";
  const Answered few = stage.ask(reds, "POST", path);
  CHECK(few.status == 409);
  CHECK(few.json["detail"].get<std::string>().find('2') != std::string::npos);
  CHECK(stage.ask(blues, "POST", path).status == 404);
  CHECK(stage.ask(ActorId{}, "POST", path).status == 401);

  const LeagueId league = stage.league({reds, blues});
  const std::string start = "/leagues/" + to_text(league) + "/auction/start";
  CHECK(stage.ask(blues, "POST", start).status == 403);
  const Answered first = stage.ask(reds, "POST", start);
  CHECK(first.json["status"] == "waiting");
  CHECK(first.json["opensAt"] == (stage.now + seconds(5)).unix_ms);
  CHECK(stage.ask(reds, "POST", start).json == first.json);
}

}  // namespace pilot
