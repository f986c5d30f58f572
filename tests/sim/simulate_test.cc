#include "libauction/sim/simulate.h"

#include "libauction/auction/invariants.h"
#include "libauction/rules/presets.h"
#include "libauction/sim/characters.h"
#include "libauction/sim/lineup.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

Bidders lineup(std::string_view text, const Setup& setup) {
  return std::get<Bidders>(parse_lineup(text, setup.participants));
}

// Sums over a batch of auctions, by seat.
struct Sums {
  std::vector<std::int64_t> spent = std::vector<std::int64_t>(8);
  std::vector<std::int64_t> bought = std::vector<std::int64_t>(8);
};

Sums sums_of(std::string_view text, const Setup& setup, std::uint64_t auctions) {
  Sums sums;
  simulate_batch(setup, lineup(text, setup), Market{}, {0, auctions}, 1,
                 [&](std::uint64_t, const AuctionResult& result) {
                   for (std::size_t m = 0; m < result.managers.size(); ++m) {
                     sums.spent[m] += result.managers[m].spent.units;
                     sums.bought[m] += result.managers[m].squad;
                   }
                 });
  return sums;
}

RuleSet odd_rules(std::uint16_t open_lots, ClockForm form, UnsoldKind unsold) {
  RuleSet rules = *preset("pilot-football");
  rules.open_lots = open_lots;
  rules.clock.soft_close.form = form;
  rules.unsold.kind = unsold;
  rules.unsold.names_per_manager = 2;
  rules.unsold.request_ms = seconds(60);
  return rules;
}

}  // namespace

TEST_CASE("the same seed is the same auction, another seed another") {
  const Setup setup = small_setup("pilot-cricket", 4, 12);
  const Bidders bidders = lineup("Reds=eager;Blues=sniper;*=valuing", setup);
  const AuctionResult a = simulate_auction(setup, bidders, Market{}, 7);
  CHECK(a == simulate_auction(setup, bidders, Market{}, 7));
  CHECK_FALSE(a == simulate_auction(setup, bidders, Market{}, 8));
  CHECK(a.bids > 0);
  CHECK(a.refusals == 0);
  CHECK(a.reason != EndReason::kNone);
}

TEST_CASE("bare and in a book, a simulation is the same auction to the digest") {
  for (const std::string_view name : preset_names()) {
    const Setup setup = small_setup(name, 4, 12);
    const char* text = "Reds=eager;Blues=sniper;*=valuing";
    Simulator simulator(setup, lineup(text, setup), Market{}, {.starts_at = Instant{1'000'000}});
    const Kept kept = kept_auction(setup, text, 5);
    INFO(name);
    CHECK(simulator.run(5).lots == kept.state.lots);
    CHECK(state_digest(simulator.state()) == state_digest(kept.state));
  }
}

TEST_CASE("any part of a batch, in any order, is the same auctions") {
  const Setup setup = small_setup("pilot-football", 3, 6);
  const Bidders bidders = lineup("*=valuing", setup);
  std::vector<AuctionResult> whole;
  simulate_batch(setup, bidders, Market{}, {0, 20}, 9,
                 [&](std::uint64_t, const AuctionResult& result) { whole.push_back(result); });
  simulate_batch(
      setup, bidders, Market{}, {12, 5}, 9,
      [&](std::uint64_t index, const AuctionResult& result) { CHECK(result == whole.at(index)); });
  CHECK(simulate_auction(setup, bidders, Market{}, auction_seed(9, 17)) == whole[17]);
}

TEST_CASE("every rule set plays to a sound end") {
  int auctions = 0;
  for (const int open_lots : {1, 3, 8}) {
    for (const ClockForm form : {ClockForm::kAdditive, ClockForm::kFloor, ClockForm::kReset}) {
      for (const UnsoldKind unsold :
           {UnsoldKind::kNeverAgain, UnsoldKind::kRounds, UnsoldKind::kByRequest}) {
        const Setup setup =
            small_setup(odd_rules(static_cast<std::uint16_t>(open_lots), form, unsold), 4, 14);
        Simulator simulator(setup, lineup("Reds=timid:under=99;*=pacing:pace=70,noise=60", setup),
                            Market{});
        for (std::uint64_t seed = 0; seed < 5; ++seed, ++auctions) {
          const AuctionResult& result = simulator.run(seed);
          REQUIRE(simulator.state().status == Status::kCompleted);
          REQUIRE(broken_invariant(simulator.state()).empty());
          for (const LotRecord& lot : result.lots) REQUIRE(lot.outcome != Outcome::kOpen);
        }
      }
    }
  }
  CHECK(auctions == 135);
}

TEST_CASE("a result's rows add up") {
  const Setup setup = small_setup("pilot-football", 4, 12);
  const AuctionResult result = simulate_auction(setup, lineup("", setup), Market{}, 3);
  std::vector<std::int64_t> spent(4), squad(4);
  std::uint64_t bids = 0;
  for (const LotRecord& lot : result.lots) {
    bids += lot.bid_count;
    if (lot.outcome != Outcome::kSold) continue;
    spent[lot.winner.value] += lot.price.units;
    ++squad[lot.winner.value];
  }
  CHECK(bids == result.bids);
  for (std::size_t m = 0; m < 4; ++m) {
    CHECK(result.managers[m].spent.units == spent[m]);
    CHECK(result.managers[m].squad == squad[m]);
    CHECK(result.managers[m].left + result.managers[m].spent == setup.participants[m].purse);
  }
  CHECK(result.duration > seconds(30));
}

TEST_CASE("at the table the eager buy first and dear, the timid little, the absent nothing") {
  const Setup setup = small_setup("pilot-football", 4, 6);  // nine places, so some stay empty
  const Sums sums = sums_of("Reds=eager;Blues=timid;Greens=absent;*=valuing", setup, 200);
  CHECK(sums.bought[0] > 500);  // nearly always a full squad
  CHECK(sums.bought[1] < sums.bought[3]);
  CHECK(sums.bought[2] == 0);
  CHECK(sums.spent[0] * sums.bought[3] > sums.spent[3] * sums.bought[0]);
}

TEST_CASE("the pacing come out with squads as full as the purse was even") {
  RuleSet rules = *preset("pilot-football");
  rules.squad.max = 8;
  rules.squad.min = 3;
  const Setup setup = small_setup(rules, 3, 20);
  const Sums sums = sums_of("Reds=pacing:pace=110;*=eager", setup, 100);
  CHECK(sums.bought[0] > 700);  // of 800 places
  CHECK(sums.bought[0] > sums.bought[1]);
}

TEST_CASE("a sniper's bids fall into the end of the clock") {
  const Setup setup = small_setup("pilot-football", 3, 5);
  const Kept kept = kept_auction(setup, "*=sniper:last=1000", 2);
  Events events;
  State state;
  int late = 0;
  for (const Record& record : kept.records) {
    REQUIRE(decode_body(record, events));
    if (const auto* bid = std::get_if<BidPlaced>(&events.front())) {
      CHECK(find_open(state, bid->lot)->ends_at - record.at <= Millis{1000});
      ++late;
    }
    apply(state, events, record.at);
  }
  CHECK(late > 5);
}

TEST_CASE("with latency bids come too late or too low, and the auction is still sound") {
  const Setup setup = small_setup("pilot-football", 4, 12);
  SimulationOptions slow;
  slow.latency_ms = Millis{400};
  const Bidders bidders = lineup("*=eager", setup);
  Simulator simulator(setup, bidders, Market{}, slow);
  CHECK(simulator.run(3).refusals > 0);
  CHECK(broken_invariant(simulator.state()).empty());
  CHECK(simulate_auction(setup, bidders, Market{}, 3).refusals == 0);
}

TEST_CASE("a sniper on a slow line misses the end") {
  RuleSet rules = *preset("pilot-football");
  rules.clock.soft_close = {};
  rules.unsold = {};
  const Setup setup = small_setup(rules, 2, 4);
  SimulationOptions slow;
  slow.latency_ms = Millis{900};
  const AuctionResult result =
      simulate_auction(setup, lineup("*=sniper:last=800", setup), Market{}, 1, slow);
  CHECK(result.bids == 0);
  CHECK(result.refusals > 0);
}

TEST_CASE("a table of values is taken as it stands") {
  const Setup setup = small_setup("pilot-football", 2, 3);
  Market market;
  market.worth = {Money{2'000'000}, Money{50'000'000}, Money{9'000'000}};
  const AuctionResult result =
      simulate_auction(setup, lineup("*=valuing:noise=0", setup), market, 1);
  REQUIRE(result.lots.size() == 3);
  for (const LotRecord& lot : result.lots) {
    CHECK(lot.price <= market.worth[lot.asset.value]);
    CHECK(lot.price.units >= market.worth[lot.asset.value].units - 100'000);
  }
}

TEST_CASE("what purses carry: the average price is all money over all places") {
  const Setup setup = small_setup("pilot-football", 4, 12);
  CHECK(carried_multiple(setup) == 100'000);  // 166 times the minimum, bounded
  RuleSet rules = *preset("ipl-2025");
  CHECK(carried_multiple(small_setup(rules, 2, 100)) == 16'000);  // 24,000 over 50 places of 30
}

TEST_CASE("a bidder of one's own may bid anything: the engine judges it") {
  struct Wild final : Bidder {
    Plan plan(const Facts& facts, SplitMix64& chance) const override {
      CHECK(facts.next_bid <= facts.limit);
      CHECK(facts.leader != facts.me);
      const Money amount{static_cast<std::int64_t>(chance.below(1'000'000'000'000))};
      return bid(facts.now + Millis{spread(chance.next(), -5'000, 20'000)},
                 {.amount = amount, .up_to = amount, .from_end = chance.below(2) == 0});
    }
  };
  const Setup setup = small_setup("pilot-football", 4, 9);
  Simulator simulator(setup, Bidders(4, std::make_shared<Wild>()), Market{});
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    (void)simulator.run(seed);
    CHECK(broken_invariant(simulator.state()).empty());
  }
}

TEST_CASE("a simulation goes on from the middle of a book") {
  const Setup setup = small_setup("pilot-football", 3, 4);
  MemoryLog log;
  SeededSalts salts(1);
  Book book(log, salts, stream_of(setup.auction));
  REQUIRE(std::holds_alternative<Written>(start_auction(book, setup, 1, Instant{0})));
  REQUIRE(std::holds_alternative<Written>(book.settle(Instant{6'000})));
  REQUIRE(book.state().open.size() == 1);
  CHECK(
      std::holds_alternative<Written>(play_auction(book, lineup("*=valuing", setup), Market{}, 1)));
  CHECK(book.state().status == Status::kCompleted);
  CHECK(result_of(book.state()).lots.front().bid_count > 0);
}

}  // namespace auction
