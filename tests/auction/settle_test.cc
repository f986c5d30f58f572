// What is due and what never comes.
#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

TEST_CASE("a finished auction stays as it is, whatever instant a host names") {
  AuctionTable table(table_setup(pilot_rules(), 1));
  table.begin();
  while (next_deadline(table.state) != kNever) {
    table.now = later(table.now, next_deadline(table.state));
    settle(table.state, table.now, table.events);
  }
  REQUIRE(table.state.status == Status::kCompleted);
  const std::uint64_t seq = table.state.seq;

  settle(table.state, kNever, table.events);
  CHECK(table.state.seq == seq);
  CHECK(nothing_due(table.state, kNever));
  CHECK_FALSE(decide(table.state, Tick{}, {kHost, kNever}, table.events).has_value());
  CHECK(table.events.empty());
}

TEST_CASE("a paused auction has nothing due at the end of time") {
  AuctionTable table;
  table.begin();
  REQUIRE(table.act(Pause{}, kTheCommissioner) == "accepted");
  const std::uint64_t seq = table.state.seq;
  settle(table.state, kNever, table.events);
  CHECK(table.state.seq == seq);
}
