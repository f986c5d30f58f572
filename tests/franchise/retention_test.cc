#include "libauction/franchise/retention.h"

#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

Catalogue players(std::initializer_list<bool> capped) {
  Catalogue catalogue;
  for (const bool is_capped : capped) {
    Asset asset;
    asset.attributes = {{"capped", is_capped ? "Capped" : "Uncapped"}};
    catalogue.assets.push_back(asset);
  }
  return catalogue;
}

std::vector<Retained> at(std::initializer_list<std::int64_t> prices) {
  std::vector<Retained> retained;
  for (const std::int64_t price : prices) {
    retained.push_back({AssetSlot{static_cast<std::uint16_t>(retained.size())}, {price}});
  }
  return retained;
}

}  // namespace

// IPL 2025, in lakh: what franchises paid their players, and what their purses were charged.
TEST_CASE("KKR paid 57 crore and was charged 69") {
  const RetentionRules rules = preset("ipl-2025")->retention;
  const auto charge = retention_charge(rules, players({true, true, true, true, false, false}),
                                       at({1'300, 1'200, 1'200, 1'200, 400, 400}));
  CHECK(charge.paid == Money{5'700});
  CHECK(charge.charged == Money{6'900});
  CHECK(charge.capped == 4);
  CHECK(charge.uncapped == 2);
}

TEST_CASE("SRH paid 75 crore, the sum of its five slabs") {
  const RetentionRules rules = preset("ipl-2025")->retention;
  const auto charge = retention_charge(rules, players({true, true, true, true, true}),
                                       at({1'800, 1'400, 600, 2'300, 1'400}));
  CHECK(charge.paid == Money{7'500});
  CHECK(charge.charged == Money{7'500});
}

TEST_CASE("nobody retained, nothing charged") {
  CHECK(retention_charge(preset("ipl-2025")->retention, {}, {}).charged == Money{0});
}
