// Each bidder's character, shown: first by its answers alone, then at the table.
#include "libauction/sim/characters.h"

#include "tests/catch.h"

namespace auction {
namespace {

Facts lot_at(std::int64_t price, std::int64_t next) {
  Facts facts;
  facts.lot = LotNumber{1};
  facts.leader = price > 0 ? ManagerSlot{3} : kNoManager;
  facts.price = Money{price};
  facts.next_bid = Money{next};
  facts.now = Instant{10'000};
  facts.ends_at = Instant{40'000};
  facts.limit = Money{10'000};
  facts.free = Money{10'000};
  facts.places_left = 10;
  facts.worth = Money{1'000};
  return facts;
}

Plan ask(const Bidder& bidder, const Facts& facts, std::uint64_t seed = 1) {
  SplitMix64 chance(seed);
  return bidder.plan(facts, chance);
}

bool bids(const Plan& plan) { return plan.action == Plan::Action::kBid; }
bool is_out(const Plan& plan) { return plan.action == Plan::Action::kOut; }

template <class Character>
Character with_noise(std::int64_t noise) {
  Character character;
  character.noise = noise;
  return character;
}

}  // namespace

TEST_CASE("own value is off by at most the noise, and always the same for the same luck") {
  Facts facts = lot_at(0, 1);
  SplitMix64 chance(3);
  std::int64_t least = 1'000, most = 1'000;
  for (int i = 0; i < 2'000; ++i) {
    facts.luck = chance.next();
    const Money value = own_value(facts, 15);
    CHECK(value == own_value(facts, 15));
    least = std::min(least, value.units);
    most = std::max(most, value.units);
  }
  CHECK(least >= 850);
  CHECK(least < 860);
  CHECK(most <= 1'150);
  CHECK(most > 1'140);
}

TEST_CASE("a valuing bidder goes up to the worth and not beyond") {
  const auto valuing = with_noise<Valuing>(0);
  CHECK(bids(ask(valuing, lot_at(990, 1'000))));
  CHECK(is_out(ask(valuing, lot_at(1'000, 1'001))));
}

TEST_CASE("a first bid is the base price, a later one goes part of the way to the ceiling") {
  const auto valuing = with_noise<Valuing>(0);
  CHECK(ask(valuing, lot_at(0, 100)).terms.amount == Money{100});
  CHECK(ask(valuing, lot_at(400, 500)).terms.amount == Money{600});  // 20 % of the way to 1000
  Valuing least = valuing;
  least.raise = 0;
  CHECK(ask(least, lot_at(400, 500)).terms.amount == Money{500});
}

TEST_CASE("a pacing bidder keeps its purse even over the places left") {
  const auto pacing = with_noise<Pacing>(0);
  Facts facts = lot_at(400, 500);
  facts.free = Money{3'000};  // a share of 300, so at most 450
  CHECK(ask(pacing, facts).action == Plan::Action::kWait);
  facts.places_left = 5;  // a share of 600
  CHECK(bids(ask(pacing, facts)));
  CHECK(is_out(ask(pacing, lot_at(1'000, 1'001))));
}

TEST_CASE("an eager bidder is quicker than a valuing one and overpays") {
  const auto eager = with_noise<Eager>(0);
  const auto valuing = with_noise<Valuing>(0);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Facts facts = lot_at(400, 500);
    REQUIRE(ask(eager, facts, seed).at < ask(valuing, facts, seed).at);
  }
  CHECK(bids(ask(eager, lot_at(1'200, 1'250))));
  CHECK(is_out(ask(eager, lot_at(1'250, 1'251))));
}

TEST_CASE("a timid bidder is slow, steps least, stops early and after a few bids") {
  const auto timid = with_noise<Timid>(0);
  const Facts facts = lot_at(400, 500);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    REQUIRE(ask(timid, facts, seed).at - facts.now >= seconds(2));
  }
  CHECK(ask(timid, facts).terms.amount == Money{500});
  CHECK(is_out(ask(timid, lot_at(750, 751))));
  Facts again = facts;
  again.my_bids = 3;
  CHECK(is_out(ask(timid, again)));
}

TEST_CASE("a sniper says nothing until the last moment of the clock") {
  const auto sniper = with_noise<Sniper>(0);
  const Facts facts = lot_at(400, 500);
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    const Plan plan = ask(sniper, facts, seed);
    REQUIRE(bids(plan));
    REQUIRE(facts.ends_at - plan.at <= Millis{1'500});
    REQUIRE(plan.at < facts.ends_at);
  }
  CHECK(is_out(ask(sniper, lot_at(1'000, 1'001))));
}

TEST_CASE("an empty chair never bids") { CHECK(is_out(ask(Absent{}, lot_at(0, 1)))); }

TEST_CASE("spread covers its range and nothing beyond") {
  CHECK(spread(0, -5, 5) == -5);
  CHECK(spread(UINT64_MAX, -5, 5) == 5);
  CHECK(spread(UINT64_MAX, 7, 7) == 7);
}

TEST_CASE("scaled rounds down and never overflows") {
  CHECK(scaled(Money{1'999}, 1'500) == Money{2'998});
  CHECK(scaled(Money{0}, 100'000) == Money{0});
  CHECK(scaled(kMaxMoney, 1'000) == kMaxMoney);
  CHECK(scaled(kMaxMoney, 100'000) == kMaxMoney);
  CHECK(scaled(kMaxMoney, 500) == Money{kMaxMoney.units / 2});
}

}  // namespace auction
