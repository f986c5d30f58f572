// A lot that programs fight for: more bids and more extensions than sixteen bits count.
#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

TEST_CASE("70,000 bids on one lot each leave the others time to answer") {
  constexpr int kBids = 70'000;
  RuleSet rules = pilot_rules();
  rules.english.minimum = {1};
  rules.english.ladder = grid_of({1});
  AuctionTable table(table_setup(rules, 1));
  table.begin();
  table.wait(21'000);
  State& state = table.state;
  REQUIRE(state.open.size() == 1);

  // Without table.act: it checks every invariant, which reads the whole history of the lot.
  for (int i = 1; i <= kBids; ++i) {
    table.now = table.now + Millis{1};
    const Context context{manager_at(i % 2 == 0 ? reds : blues), table.now};
    if (decide(state, PlaceBid{{1}, {i}}, context, table.events)) FAIL("refused: bid " << i);
    apply(state, table.events, table.now);
    if (state.open[0].ends_at != table.now + seconds(10)) FAIL("less than 10 s after bid " << i);
  }
  CHECK(state.open[0].bid_count == kBids);
  CHECK(broken_invariant(state).empty());
}
