#include "libauction/bid/ladder.h"

#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

Ladder ladder_of(std::initializer_list<Band> bands) { return {bands}; }

const Ladder kIpl = ladder_of({{{100}, {5}}, {{200}, {10}}, {{500}, {20}}, {kNoEnd, {25}}});
const Ladder kPsl = ladder_of({{{220}, {5}}, {{440}, {10}}, {{840}, {20}}, {kNoEnd, {30}}});
const Ladder kEbay = ladder_of({{{100}, {5}},
                                {{500}, {25}},
                                {{2'500}, {50}},
                                {{10'000}, {100}},
                                {{25'000}, {250}},
                                {{50'000}, {500}},
                                {{100'000}, {1'000}},
                                {{250'000}, {2'500}},
                                {{500'000}, {5'000}},
                                {kNoEnd, {10'000}}});
const Ladder kOffGrid = ladder_of({{{7}, {3}}, {{20}, {4}}, {kNoEnd, {9}}});

// Written from the words alone: count up from the band's first amount.
bool is_rung_slowly(const Ladder& ladder, Money amount) {
  Money from;
  for (const Band& band : ladder.bands) {
    for (Money rung = from; rung < band.below && rung <= amount; rung += band.step) {
      if (rung == amount) return true;
    }
    if (amount < band.below) return false;
    from = band.below;
  }
  return false;
}

}  // namespace

TEST_CASE("the IPL ladder: 125 is followed by 130 and 140, and each edge by its own band's step") {
  CHECK(next_rung(kIpl, {125}) == Money{130});
  CHECK(next_rung(kIpl, {130}) == Money{140});
  CHECK(next_rung(kIpl, {95}) == Money{100});
  CHECK(next_rung(kIpl, {100}) == Money{110});
  CHECK(next_rung(kIpl, {195}) == Money{200});
  CHECK(next_rung(kIpl, {200}) == Money{220});
  CHECK(next_rung(kIpl, {490}) == Money{500});
  CHECK(next_rung(kIpl, {500}) == Money{525});
  CHECK(next_rung(kIpl, {2'675}) == Money{2'700});
  CHECK(preset("ipl-2025")->english.ladder == kIpl);
}

TEST_CASE("every amount to 3,000 on four ladders: rungs as counted by hand") {
  for (const Ladder& ladder : {kIpl, kPsl, kEbay, kOffGrid, grid_of({1}), grid_of({7})}) {
    Money below{0};
    for (Money amount{0}; amount < Money{3'000}; amount += Money{1}) {
      const bool rung = is_rung_slowly(ladder, amount);
      REQUIRE(is_rung(ladder, amount) == rung);
      if (rung) below = amount;
      REQUIRE(rung_at_or_below(ladder, amount) == below);
      const Money next = next_rung(ladder, amount);
      REQUIRE(next > amount);
      REQUIRE(is_rung(ladder, next));
      REQUIRE(rung_at_or_above(ladder, amount) == (rung ? amount : next));
      for (Money between = amount + Money{1}; between < next; between += Money{1}) {
        REQUIRE_FALSE(is_rung(ladder, between));
      }
      if (rung) REQUIRE(rung_after(ladder, amount) == next);
    }
  }
}

TEST_CASE("the top of the money stays on the ladder") {
  CHECK(next_rung(kIpl, kMaxMoney) > kMaxMoney);
  CHECK(rung_at_or_below(kIpl, kMaxMoney) <= kMaxMoney);
  CHECK(is_rung(kIpl, rung_at_or_below(kIpl, kMaxMoney)));
}
