// A simulation that stops and asks (Simulator::begin, questions, answer) is the one that runs.
#include "libauction/auction/invariants.h"
#include "libauction/rules/presets.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"
#include "tests/support/throwing_checks.h"

namespace auction {
namespace {

// Up to the worth, after a while that follows from the facts alone; at an instant no other shares.
Plan plain_plan(const Facts& facts) {
  if (facts.next_bid > facts.worth) return out();
  const std::int64_t ms = 700 + 37 * facts.me.value + facts.my_bids;
  return bid(facts.now + Millis{ms}, {.amount = facts.next_bid, .up_to = facts.worth});
}

struct PlainBidder final : Bidder {
  Plan plan(const Facts& facts, SplitMix64&) const override { return plain_plan(facts); }
};

// Whoever is asked answers as a PlainBidder would. Tells how often somebody was.
std::size_t play_by_steps(Simulator& simulator, std::uint64_t seed) {
  std::size_t asked = 0;
  std::vector<Plan> plans;
  for (simulator.begin(seed); !simulator.questions().empty(); simulator.answer(plans)) {
    plans.clear();
    for (const Facts& facts : simulator.questions()) plans.push_back(plain_plan(facts));
    asked += plans.size();
  }
  return asked;
}

Bidders everybody(std::size_t seats, std::shared_ptr<const Bidder> bidder) {
  return Bidders(seats, std::move(bidder));
}

}  // namespace

TEST_CASE("answered from outside, a simulation is the same auction to the digest") {
  for (const std::string_view name : preset_names()) {
    const Setup setup = small_setup(name, 4, 12);
    Simulator whole(setup, everybody(4, std::make_shared<PlainBidder>()), Market{});
    Simulator steps(setup, everybody(4, std::make_shared<Outside>()), Market{});
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      INFO(name << ", seed " << seed);
      const AuctionResult expected = whole.run(seed);
      CHECK(play_by_steps(steps, seed) >= expected.bids);
      CHECK(steps.result() == expected);
      CHECK(state_digest(steps.state()) == state_digest(whole.state()));
    }
  }
}

TEST_CASE("among others, the one from outside disturbs nobody") {
  const Setup setup = small_setup("pilot-football", 4, 12);
  SimulationOptions slow;
  slow.latency_ms = Millis{120};
  Bidders inside = std::get<Bidders>(parse_lineup("*=eager", setup.participants));
  Bidders outside = inside;
  inside[2] = std::make_shared<PlainBidder>();
  outside[2] = std::make_shared<Outside>();
  Simulator whole(setup, inside, Market{}, slow), steps(setup, outside, Market{}, slow);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const AuctionResult expected = whole.run(seed);
    CHECK(play_by_steps(steps, seed) > 0);
    CHECK(steps.result() == expected);
  }
}

TEST_CASE("who is asked could bid, and is told what a person at the table knows") {
  RuleSet rules = *preset("pilot-football");
  rules.open_lots = 3;
  const Setup setup = small_setup(rules, 4, 14);
  Simulator simulator(setup, everybody(4, std::make_shared<Outside>()), Market{});
  SplitMix64 chance(5);
  std::vector<Plan> plans;
  std::size_t asked = 0;
  for (simulator.begin(1); !simulator.questions().empty(); simulator.answer(plans)) {
    plans.clear();
    for (const Facts& facts : simulator.questions()) {
      const OpenLot* lot = find_open(simulator.state(), facts.lot);
      REQUIRE(lot != nullptr);
      CHECK(facts.next_bid == lot->next_bid);
      CHECK(facts.next_bid <= facts.limit);
      CHECK(facts.leader != facts.me);
      CHECK(facts.seq == simulator.state().seq);
      CHECK(facts.worth == simulator.worth()[facts.asset.value]);
      const std::uint64_t choice = chance.below(4);
      const Instant at = facts.now + Millis{spread(chance.next(), -500, 9'000)};
      plans.push_back(
          choice == 0 ? out()
          : choice == 1
              ? wait()
              : bid(at, {.amount = facts.limit, .up_to = facts.limit, .from_end = choice == 2}));
      ++asked;
    }
    REQUIRE(broken_invariant(simulator.state()).empty());
  }
  CHECK(asked > 30);
  CHECK(simulator.state().status == Status::kCompleted);
}

TEST_CASE("who waits is asked again at the next bid, who is out is not") {
  const Setup setup = small_setup("pilot-football", 2, 1);
  Simulator simulator(setup, everybody(2, std::make_shared<Outside>()), Market{});
  simulator.begin(1);
  REQUIRE(simulator.questions().size() == 2);
  const Instant now = simulator.questions()[0].now;
  simulator.answer(std::vector{wait(), bid(now, {})});
  REQUIRE(simulator.questions().size() == 1);
  CHECK(simulator.questions()[0].me == ManagerSlot{0});
  CHECK(simulator.questions()[0].leader == ManagerSlot{1});
  simulator.answer(std::vector{out()});
  CHECK(simulator.questions().empty());
  CHECK(simulator.result().lots[0].winner == ManagerSlot{1});
}

TEST_CASE("an auction may be left in the middle, and the next one is not changed by it") {
  const Setup setup = small_setup("pilot-football", 3, 6);
  Simulator simulator(setup, everybody(3, std::make_shared<Outside>()), Market{});
  play_by_steps(simulator, 8);
  const AuctionResult undisturbed = simulator.result();
  simulator.begin(7);
  simulator.answer(std::vector<Plan>(simulator.questions().size(), wait()));
  play_by_steps(simulator, 8);
  CHECK(simulator.result() == undisturbed);
}

TEST_CASE("an answer too few, or a question for an answer, is a defect of the host") {
  const ThrowingChecks checks;
  const Setup setup = small_setup("pilot-football", 2, 2);
  Simulator simulator(setup, everybody(2, std::make_shared<Outside>()), Market{});
  simulator.begin(1);
  CHECK_THROWS_AS(simulator.answer(std::vector{out()}), CheckFailure);
  CHECK_THROWS_AS(simulator.answer(std::vector{out(), ask()}), CheckFailure);
  simulator.answer(std::vector{out(), out()});
  CHECK_THROWS_AS(simulator.run(2), CheckFailure);
}

}  // namespace auction
