// Who owned what from when, over voided sales and resets.
#include "libauction/season/sales.h"

#include "tests/auction/table.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Watched {
  AuctionTable table;
  Sales sales;

  explicit Watched(const Setup& setup) : table(setup) {
    see(Event(AuctionCreated{table.state.setup}));
  }

  void see(const Event& event) { sales.take(event, table.now); }
  void begin() {
    table.act(Open{}, kTheCommissioner);
    step(Begin{}, kTheCommissioner);
  }
  // The table applies; the sales see the same events.
  void step(const Command& command, Actor actor) {
    REQUIRE_FALSE(decide(table.state, command, {actor, table.now}, table.events));
    for (const Event& event : table.events) see(event);
    apply(table.state, table.events, table.now);
    tick();
  }
  void tick() {
    settle(table.state, table.now, table.events, [&](std::span<const Event> events) {
      for (const Event& event : events) see(event);
    });
  }
  void wait(std::int64_t ms) {
    table.now = table.now + Millis{ms};
    tick();
  }
};

Setup plain_setup() {
  RuleSet rules = pilot_rules();
  rules.clock.gap_ms = {0};
  rules.unsold.kind = UnsoldKind::kNeverAgain;
  rules.retention.max_retained = 1;
  rules.retention.max_capped = 1;
  rules.retention.max_uncapped = 1;
  Setup setup = table_setup(rules);
  setup.participants[1].retained = {{{3}, {0}}};
  return setup;
}

}  // namespace

TEST_CASE("a voided sale ends a stint, and the next sale begins another") {
  Watched w(plain_setup());
  w.begin();
  w.step(PlaceBid{{1}, {5'000'000}, 0}, manager_at(reds));
  w.wait(30'000);
  const Instant sold = w.table.now;
  w.wait(1'000);
  const Instant voided = w.table.now;
  w.step(VoidSale{{1}, false, {}}, kTheCommissioner);
  w.wait(1'000);
  w.step(Assign{{0}, greens, {1}, {}}, kTheCommissioner);
  const std::vector<Stint> all = w.sales.stints();
  REQUIRE(all.size() == 4);
  CHECK(all[0] == Stint{{0}, sold, reds});
  CHECK(all[1] == Stint{{0}, voided, kNoManager});
  CHECK(all[2] == Stint{{0}, w.table.now, greens});
  CHECK(all[3] == Stint{{3}, {1'000}, blues});
}

TEST_CASE("sold and voided at one instant: nobody owned it") {
  Watched w(plain_setup());
  w.begin();
  w.step(Assign{{0}, reds, {1}, {}}, kTheCommissioner);
  w.step(VoidSale{{1}, false, {}}, kTheCommissioner);
  const std::vector<Stint> all = w.sales.stints();
  REQUIRE(all.size() == 2);
  CHECK(all[0] == Stint{{0}, w.table.now, kNoManager});
}

TEST_CASE("a reset ends what was bought and leaves what was retained") {
  Watched w(plain_setup());
  w.begin();
  w.step(PlaceBid{{1}, {5'000'000}, 0}, manager_at(reds));
  w.wait(30'000);
  w.wait(1'000);
  w.step(Reset{}, kTheCommissioner);
  const std::vector<Stint> all = w.sales.stints();
  REQUIRE(all.size() == 3);
  CHECK(all[1] == Stint{{0}, w.table.now, kNoManager});
  CHECK(all[2] == Stint{{3}, {1'000}, blues});
}

TEST_CASE("lots that were skipped keep the numbers of the others in step") {
  Watched w(plain_setup());
  w.begin();
  w.step(End{}, kTheCommissioner);
  w.wait(30'000);
  CHECK(w.table.state.status == Status::kCompleted);
  w.step(Reset{}, kTheCommissioner);
  w.step(Begin{}, kTheCommissioner);
  w.step(PlaceBid{{4}, {5'000'000}, 0}, manager_at(greens));
  w.wait(30'000);
  const std::vector<Stint> all = w.sales.stints();
  REQUIRE(all.size() == 2);
  CHECK(all[0] == Stint{{0}, w.table.now, greens});
}
