#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

TEST_CASE("a view says what a client shows: price, next bid, limits, time left") {
  AuctionTable table;
  table.begin();
  table.bid(reds, 1, 5'000'000);
  table.wait(4'000);
  const View v = view(table.state, blues, table.now);
  REQUIRE(v.lots.size() == 1);
  CHECK(v.phase == Phase::kLotOpen);
  CHECK(v.lots[0].current_bid == Money{5'000'000});
  CHECK(v.lots[0].leader == reds);
  CHECK(v.lots[0].next_bid == Money{5'100'000});
  CHECK(v.lots[0].remaining == Millis{26'000});
  CHECK(v.lots[0].max_bids[blues.value] == Money{498'000'000});
  CHECK(v.managers[reds.value].purse == Money{500'000'000});
  CHECK(v.managers[reds.value].slots_left == 3);
  CHECK(v.progress.total == 4);
  CHECK(v.progress.remaining == 4);
  CHECK(v.upcoming.size() == 3);
}

TEST_CASE("a hidden order shows nobody what comes next") {
  RuleSet rules = *preset("pilot-cricket");
  rules.opening.waiting_room = true;
  AuctionTable table(table_setup(rules));
  table.begin();
  REQUIRE(table.state.queue.size() == 3);
  for (const ManagerSlot viewer : {reds, blues, kNoManager}) {
    CHECK(view(table.state, viewer, table.now).upcoming.empty());
  }
}

TEST_CASE("at most fifty bids are shown, the newest first") {
  AuctionTable table;
  table.begin();
  for (int i = 0; i < 60; ++i) table.bid(i % 2 == 0 ? reds : blues, 1, 1'000'000 + 100'000 * i);
  const View v = view(table.state, reds, table.now);
  CHECK(v.lots[0].bid_count == 60);
  REQUIRE(v.lots[0].bids.size() == kBidsShown);
  CHECK(v.lots[0].bids[0].amount == Money{6'900'000});
}

TEST_CASE("in a pause the time left stands still") {
  AuctionTable table;
  table.begin();
  table.wait(4'000);
  table.act(Pause{}, kTheCommissioner);
  table.wait(60'000);
  CHECK(view(table.state, reds, table.now).lots[0].remaining == Millis{26'000});
  CHECK(view(table.state, reds, table.now).phase == Phase::kPaused);
}
