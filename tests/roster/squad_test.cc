#include "libauction/roster/squad.h"

#include "tests/catch.h"

using namespace auction;

namespace {

// Brute force: the highest amount after which every slot still empty below the minimum can be had.
std::int64_t slowly(std::int64_t free, int held, int min, int max, std::int64_t reserve) {
  if (held >= max) return 0;
  for (std::int64_t amount = free; amount > 0; --amount) {
    std::int64_t left = free - amount;
    bool fillable = true;
    for (int slot = held + 1; slot < min; ++slot) {
      left -= reserve;
      fillable = fillable && left >= 0;
    }
    if (fillable) return amount;
  }
  return 0;
}

}  // namespace

TEST_CASE("the highest affordable bid equals the one found by trying") {
  for (int max = 1; max <= 4; ++max) {
    for (int min = 0; min <= max; ++min) {
      for (int held = 0; held <= max; ++held) {
        for (std::int64_t reserve : {0, 1, 7}) {
          for (std::int64_t free = 0; free <= 30; ++free) {
            SquadRules rules;
            rules.min = static_cast<std::uint16_t>(min);
            rules.max = static_cast<std::uint16_t>(max);
            rules.reserve_per_slot = {reserve};
            REQUIRE(highest_affordable(rules, {free}, static_cast<std::uint16_t>(held)).units ==
                    slowly(free, held, min, max, reserve));
          }
        }
      }
    }
  }
}

TEST_CASE("the pilot's purse keeps a reserve for every slot") {
  SquadRules pilot;
  pilot.min = pilot.max = 3;
  pilot.reserve_per_slot = {1'000'000};
  CHECK(highest_affordable(pilot, {500'000'000}, 0) == Money{498'000'000});
  CHECK(highest_affordable(pilot, {500'000'000}, 2) == Money{500'000'000});
  CHECK(highest_affordable(pilot, {500'000'000}, 3) == Money{0});
}

TEST_CASE("quotas count by value, by its absence, and by role") {
  Asset asset;
  asset.roles = {"BAT", "WK"};
  asset.attributes = {{"capped", "Capped"}, {"country", "England"}};
  const std::vector<Quota> quotas{{"overseas", QuotaTest::kIsNot, "country", "India", 8},
                                  {"capped", QuotaTest::kIs, "capped", "Capped", 5},
                                  {"keepers", QuotaTest::kRole, "", "WK", 4},
                                  {"bowlers", QuotaTest::kRole, "", "BOWL", 4}};
  CHECK(quota_mask(quotas, asset) == 0b0111);
}
