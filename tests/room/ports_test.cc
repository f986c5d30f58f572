// The ports' own implementations: limits, presence, clock and salts.
#include <thread>

#include "libauction/base/random.h"
#include "libauction/room/clock.h"
#include "libauction/room/presence.h"
#include "libauction/room/random_salts.h"
#include "libauction/room/rate_limit.h"
#include "tests/catch.h"

namespace auction {
namespace {

constexpr Instant kNoon{1'760'640'000'000};
constexpr LimitKey kReds{0, 1};
constexpr LimitKey kBlues{0, 2};
constexpr StreamId kRoom{1, 1};
constexpr ActorId kAnn{2, 1};
constexpr ActorId kBob{2, 2};

}  // namespace

TEST_CASE("bids: twenty at once, then one in a second and a half") {
  RateLimits limits(pilot_rates());
  for (int i = 0; i < 20; ++i) CHECK(limits.pass(Limited::kBidUser, kReds, kNoon) == Millis{0});
  CHECK(limits.pass(Limited::kBidUser, kReds, kNoon) == Millis{1500});
  CHECK(limits.pass(Limited::kBidUser, kReds, kNoon + Millis{1499}) == Millis{1});
  CHECK(limits.pass(Limited::kBidUser, kReds, kNoon + Millis{1500}) == Millis{0});
  CHECK(limits.pass(Limited::kBidUser, kReds, kNoon + Millis{1500}) == Millis{1500});
  CHECK(limits.pass(Limited::kBidUser, kBlues, kNoon) == Millis{0});
  CHECK(limits.pass(Limited::kLeagueUser, kReds, kNoon) == Millis{0});
}

TEST_CASE("each limit of the pilot lets its number pass at once, and no more in any span") {
  const Rates rates = pilot_rates();
  for (std::size_t i = 0; i < rates.size(); ++i) {
    const RateLimit rate = rates[i];
    std::int64_t arrival = 0;
    std::int64_t passed = 0;
    for (std::int64_t ms = 0; ms < rate.per.count; ms += 7) {
      passed += gcra(rate, kNoon + Millis{ms}, arrival) == Millis{0};
    }
    CHECK(passed >= rate.count);
    CHECK(passed <= rate.count + rate.burst);
    std::int64_t at_once = 0;
    arrival = 0;
    while (gcra(rate, kNoon, arrival) == Millis{0}) ++at_once;
    CHECK(at_once == rate.burst);
  }
}

TEST_CASE("the wait that is told is exactly the wait that does") {
  SplitMix64 chance(5);
  for (int i = 0; i < 20'000; ++i) {
    const RateLimit rate{static_cast<std::int64_t>(chance.below(700)) + 1,
                         {static_cast<std::int64_t>(chance.below(300'000)) + 1},
                         static_cast<std::int64_t>(chance.below(5)) + 1};
    std::int64_t arrival = 0;
    Millis wait{0};
    while (wait == Millis{0}) wait = gcra(rate, kNoon, arrival);
    std::int64_t before = arrival;
    REQUIRE(gcra(rate, kNoon + Millis{wait.count - 1}, before) > Millis{0});
    REQUIRE(before == arrival);  // a refusal counts nothing
    REQUIRE(gcra(rate, kNoon + wait, arrival) == Millis{0});
  }
}

TEST_CASE("keys at rest are forgotten") {
  RateLimits limits(pilot_rates());
  for (std::uint64_t i = 0; i < 10'000; ++i) {
    (void)limits.pass(Limited::kBidUser, {7, i}, kNoon + Millis{static_cast<std::int64_t>(i)});
  }
  CHECK(limits.keys() < 10'000);
  limits.forget(kNoon + seconds(60));
  CHECK(limits.keys() == 0);
}

TEST_CASE("a rate of zero is no limit") {
  RateLimits limits(Rates{});
  for (int i = 0; i < 100; ++i) CHECK(limits.pass(Limited::kBidUser, kReds, kNoon) == Millis{0});
  CHECK(limits.keys() == 0);
}

TEST_CASE("somebody is there from the first connection until ten seconds after the last") {
  Presence presence;
  CHECK(presence.joined(kRoom, kAnn));
  CHECK_FALSE(presence.joined(kRoom, kAnn));  // a second tab
  CHECK(presence.joined(kRoom, kBob));
  CHECK(presence.present(kRoom) == std::vector<ActorId>{kAnn, kBob});
  CHECK(presence.present({1, 2}).empty());
  presence.left(kRoom, kAnn, kNoon);
  CHECK(presence.gone(kNoon + seconds(60)).empty());  // the other tab
  presence.left(kRoom, kAnn, kNoon);
  CHECK(presence.gone(kNoon + Millis{9'999}).empty());
  CHECK(presence.present(kRoom).size() == 2);
  CHECK(presence.gone(kNoon + Millis{10'000}) == std::vector<Absence>{{kRoom, kAnn}});
  CHECK(presence.gone(kNoon + Millis{99'999}).empty());
  CHECK(presence.present(kRoom) == std::vector<ActorId>{kBob});
  CHECK(presence.joined(kRoom, kAnn));
}

TEST_CASE("a connection that comes back in time was never gone") {
  Presence presence;
  presence.joined(kRoom, kAnn);
  presence.left(kRoom, kAnn, kNoon);
  CHECK_FALSE(presence.joined(kRoom, kAnn));
  CHECK(presence.gone(kNoon + seconds(100)).empty());
  presence.left(kRoom, kAnn, kNoon + seconds(100));
  CHECK(presence.gone(kNoon + seconds(105)).empty());
  CHECK(presence.gone(kNoon + seconds(110)).size() == 1);
  presence.left(kRoom, kBob, kNoon);  // never came: nothing
}

TEST_CASE("the clock begins no earlier than the newest stamp, and never runs back") {
  AnchoredClock now;
  const Instant first = now.now();
  CHECK(first > kNoon);
  AnchoredClock ahead(first + seconds(3600));
  CHECK(ahead.now() >= first + seconds(3600));
  std::this_thread::sleep_for(std::chrono::milliseconds(3));
  CHECK(now.now() > first);
}

TEST_CASE("random salts differ from each other and from another source's") {
  RandomSalts one;
  RandomSalts two;
  CHECK(one.salt(1) != one.salt(1));
  CHECK(one.salt(2) != two.salt(2));
}

}  // namespace auction
