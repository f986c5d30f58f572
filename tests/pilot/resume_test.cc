// Coming back: after a lost network, after a restart, after reading slowly. Nothing is missed and
// nothing comes twice.
#include "libauction/adapters/json/record.h"
#include "libauction/replay/verify.h"
#include "tests/catch.h"
#include "tests/pilot/stage.h"

namespace pilot {
namespace {

void given_order(RuleSet& rules) { rules.order = {}; }

struct Hosted {
  explicit Hosted(const Stage::Tweak& tweak = given_order)
      : reds(stage.person("Reds")), blues(stage.person("Blues")) {
    league = stage.league({reds, blues}, tweak);
    auction = stage.start(league, reds);
  }
  Client& join(ActorId who, Json auth = Json::object()) {
    Client& client = stage.connect(who, std::move(auth));
    client.call("join_auction", {{"auctionId", to_text(auction)}});
    return client;
  }

  Stage stage;
  ActorId reds, blues;
  LeagueId league;
  AuctionId auction;
};

// The events that are in the log, without what differs from reading to reading.
std::vector<Json> logged(const Client& client) {
  std::vector<Json> events;
  for (const Client::Heard& heard : client.all()) {
    if (!heard.body.contains("prevSeq")) continue;
    Json body = heard.body;
    body["event"] = heard.event;
    if (body.contains("timer") && body["timer"].is_object()) body["timer"].erase("serverNow");
    if (body.contains("participants")) {
      for (Json& line : body["participants"]) line.erase("online");
    }
    events.push_back(std::move(body));
  }
  return events;
}

std::uint64_t last_seq(const Client& client) {
  const std::vector<Json> events = logged(client);
  return events.empty() ? 0 : events.back()["seq"].get<std::uint64_t>();
}

void check_chain(const std::vector<Json>& events, std::uint64_t seq) {
  for (const Json& event : events) {
    CHECK(event["prevSeq"] == seq);
    seq = event["seq"].get<std::uint64_t>();
  }
}

}  // namespace

TEST_CASE("who comes back by lastSeq has heard what a client that never left heard",
          "[pilot][rooms]") {
  Hosted hosted;
  Stage& stage = hosted.stage;
  Client& steady = hosted.join(hosted.blues);
  Client& leaving = hosted.join(hosted.reds);
  stage.until_lot(hosted.auction);
  stage.bid(hosted.reds, hosted.auction, 2 * kMillion);
  std::vector<Json> heard = logged(leaving);
  stage.lose(leaving);
  stage.bid(hosted.blues, hosted.auction, 3 * kMillion);
  stage.pass(seconds(25));
  stage.bid(hosted.reds, hosted.auction, 4 * kMillion);  // moves the clock
  stage.pass(seconds(20));
  Client& back = stage.connect(hosted.reds);
  const Json ack = back.call(
      "join_auction", {{"auctionId", to_text(hosted.auction)}, {"lastSeq", last_seq(leaving)}});
  CHECK(ack["mode"] == "events");
  CHECK(ack["seq"] == last_seq(steady));
  stage.bid(hosted.blues, hosted.auction, 5 * kMillion);
  for (const Json& event : logged(back)) heard.push_back(event);
  CHECK(heard == logged(steady));
  check_chain(heard, 0);
  CHECK_FALSE(steady.heard("anti_snipe").empty());
}

TEST_CASE("a restart in the middle of a lot loses nothing and repeats nothing", "[pilot][rooms]") {
  Hosted hosted;
  Stage& stage = hosted.stage;
  Client& client = hosted.join(hosted.blues);
  stage.until_lot(hosted.auction);
  stage.bid(hosted.reds, hosted.auction, 2 * kMillion);
  std::vector<Json> heard = logged(client);
  const std::string lot = stage.lot(hosted.auction);
  stage.now = stage.now + seconds(300);  // the machine was down
  stage.restart();
  CHECK(stage.lot(hosted.auction) == lot);  // nobody lost it meanwhile
  Client& back = stage.connect(hosted.blues);
  back.call("join_auction",
            {{"auctionId", to_text(hosted.auction)}, {"lastSeq", heard.back()["seq"]}});
  stage.bid(hosted.blues, hosted.auction, 3 * kMillion);
  stage.pass(seconds(40));
  for (const Json& event : logged(back)) heard.push_back(event);
  check_chain(heard, 0);
  Client& late = stage.connect(hosted.reds);
  late.call("join_auction", {{"auctionId", to_text(hosted.auction)}, {"lastSeq", 0}});
  CHECK(logged(late) == heard);  // as the log has it
  CHECK(back.heard("sold")[0]["winner"]["displayName"] == "Blues");
}

TEST_CASE("a lastSeq above the log's gives the whole picture", "[pilot][rooms]") {
  Hosted hosted;
  Client& client = hosted.stage.connect(hosted.blues);
  hosted.stage.until_lot(hosted.auction);
  const Json ack =
      client.call("join_auction", {{"auctionId", to_text(hosted.auction)}, {"lastSeq", 9999}});
  CHECK(ack["mode"] == "snapshot");
  REQUIRE(client.heard("sync_state").size() == 1);
  CHECK(client.heard("sync_state")[0]["seq"] == ack["seq"]);
  hosted.stage.bid(hosted.reds, hosted.auction, 2 * kMillion);
  check_chain(logged(client), ack["seq"].get<std::uint64_t>());
}

TEST_CASE("an auction that ended before the restart can still be looked at", "[pilot][rooms]") {
  Hosted hosted;
  Stage& stage = hosted.stage;
  stage.pass(seconds(5 + 33 * 14));
  REQUIRE(stage.picture(hosted.auction, hosted.reds)["status"] == "completed");
  const Json before = stage.picture(hosted.auction, hosted.reds);
  stage.restart();
  Json after = stage.picture(hosted.auction, hosted.reds);
  after["serverNow"] = before["serverNow"];
  CHECK(after == before);
  CHECK(stage.ask(hosted.reds, "GET", "/auction/" + to_text(hosted.auction) + "/clubs").status ==
        200);
  Client& client = hosted.join(hosted.blues);
  CHECK(client.heard("sync_state").size() == 1);
}

TEST_CASE("Socket.IO's own recovery goes on after the offset, for sockets that ask",
          "[pilot][rooms]") {
  Hosted hosted;
  Stage& stage = hosted.stage;
  Client& steady = hosted.join(hosted.reds);
  Client& asking = hosted.join(hosted.blues, {{"recovery", true}});
  CHECK_FALSE(asking.pid.empty());
  CHECK(steady.pid.empty());
  stage.until_lot(hosted.auction);
  stage.bid(hosted.reds, hosted.auction, 2 * kMillion);
  CHECK_FALSE(asking.offset.empty());
  CHECK(steady.offset.empty());  // a second argument breaks stock handlers
  std::vector<Json> heard = logged(asking);
  stage.lose(asking);
  stage.bid(hosted.blues, hosted.auction, 3 * kMillion);
  Client& back = stage.connect(
      hosted.blues, {{"recovery", true}, {"pid", asking.pid}, {"offset", asking.offset}});
  CHECK(back.pid == asking.pid);
  stage.bid(hosted.reds, hosted.auction, 4 * kMillion);
  for (const Json& event : logged(back)) heard.push_back(event);
  CHECK(heard == logged(steady));
}

TEST_CASE("who does not read is cut off in the end, and costs nobody else", "[pilot][rooms]") {
  Hosted hosted([](RuleSet& rules) {
    rules.order = {};
    rules.clock.lot_ms = seconds(3600);
  });
  Stage& stage = hosted.stage;
  Client& steady = hosted.join(hosted.blues);
  Client& stuck = hosted.join(hosted.reds);
  stage.until_lot(hosted.auction);
  stuck.reads = false;
  for (int i = 1; i <= 450; ++i) {
    const ActorId who = i % 2 == 0 ? hosted.blues : hosted.reds;
    REQUIRE(stage.bid(who, hosted.auction, kMillion + i * 100'000)["accepted"] == true);
  }
  CHECK_FALSE(stuck.closed);
  CHECK(steady.heard("bid_update").size() == 450);
  CHECK(stage.hall().hub().connections() == 2);
  stage.pass(seconds(19));
  CHECK(stage.hall().hub().connections() == 2);  // resync has been sent; it may still read
  stage.pass(seconds(4));
  CHECK(stage.hall().hub().connections() == 1);
  CHECK_FALSE(steady.closed);
}

TEST_CASE("who reads again in time is told everything, in order", "[pilot][rooms]") {
  Hosted hosted([](RuleSet& rules) {
    rules.order = {};
    rules.clock.lot_ms = seconds(3600);
  });
  Stage& stage = hosted.stage;
  Client& steady = hosted.join(hosted.blues);
  Client& slow = hosted.join(hosted.reds);
  stage.until_lot(hosted.auction);
  slow.reads = false;
  for (int i = 1; i <= 450; ++i) {
    const ActorId who = i % 2 == 0 ? hosted.blues : hosted.reds;
    stage.bid(who, hosted.auction, kMillion + i * 100'000);
  }
  stage.read_again(slow);
  stage.pass(seconds(1));
  CHECK(logged(slow) == logged(steady));
  CHECK(slow.heard("resync").empty());
}

TEST_CASE("a withheld draw verifies with the rest of the log, and is disclosed at the end",
          "[pilot][rooms]") {
  Hosted hosted([](RuleSet&) {});
  Stage& stage = hosted.stage;
  const std::string path = "/auction/" + to_text(hosted.auction) + "/log";
  const auto read = [&] {
    const Answered answer = stage.ask(hosted.blues, "GET", path);
    CHECK(answer.answer.content_type == "application/x-ndjson");
    auto records = records_from_lines(answer.answer.body);
    REQUIRE(records.ok());
    return *records;
  };
  stage.until_lot(hosted.auction);
  std::vector<Record> records = read();
  std::size_t withheld = 0;
  for (const Record& record : records) withheld += is_withheld(record);
  CHECK(withheld == 1);
  for (std::size_t i = 1; i < records.size(); ++i) {
    CHECK(check_link(head_after(records[i - 1]), records[i]) == LinkFault::kNone);
  }
  CHECK(stage.ask(stage.person("Stranger"), "GET", path).status == 404);
  stage.pass(seconds(5 + 33 * 14));
  records = read();
  for (const Record& record : records) CHECK_FALSE(is_withheld(record));
}

}  // namespace pilot
