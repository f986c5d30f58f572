#include "libauction/base/random.h"
#include "tests/auction/table.h"
#include "tests/catch.h"
#include "tests/support/throwing_checks.h"

using namespace auction;

namespace {

// Two open lots with bids, one sold, one manager at the quota: something in every part of the
// state.
AuctionTable busy_table() {
  RuleSet rules = pilot_rules();
  rules.open_lots = 2;
  rules.squad.quotas = {{"overseas", QuotaTest::kIsNot, "country", "India", 1}};
  AuctionTable table(table_setup(rules, 6));
  table.begin();
  table.bid(reds, 1, 5'000'000);
  table.bid(blues, 1, 6'000'000);
  table.wait(29'000);
  table.bid(greens, 2, 7'000'000);
  table.wait(12'000);
  return table;
}

}  // namespace

TEST_CASE("a state reads back from its bytes, caches and all") {
  const AuctionTable table = busy_table();
  Bytes bytes;
  put(bytes, table.state);
  const auto read = read_state(bytes);
  REQUIRE(read);
  CHECK(*read == table.state);
  CHECK(read->alarm.at == next_deadline(table.state));
  CHECK(state_digest(*read) == state_digest(table.state));
}

TEST_CASE("cut or altered bytes are refused or are another state; never a crash") {
  const ThrowingChecks checks;
  const AuctionTable table = busy_table();
  Bytes bytes;
  put(bytes, table.state);
  for (std::size_t size = 0; size < bytes.size(); ++size)
    CHECK_FALSE(read_state(ByteView(bytes).first(size)));
  SplitMix64 chance(5);
  for (int i = 0; i < 20'000; ++i) {
    Bytes altered = bytes;
    altered[chance.below(altered.size())] ^= static_cast<std::uint8_t>(1 + chance.below(255));
    try {
      if (const auto read = read_state(altered))
        CHECK(state_digest(*read) != state_digest(table.state));
    } catch (const CheckFailure&) {
    }
  }
}
