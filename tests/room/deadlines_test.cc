#include "libauction/room/deadlines.h"

#include <map>

#include "libauction/base/random.h"
#include "tests/catch.h"

namespace auction {
namespace {

using Key = Deadlines::Key;

// The slow twin: a map that is searched.
struct Naive {
  std::map<Key, Instant> deadlines;

  Instant next() const {
    Instant next = kNever;
    for (const auto& [key, at] : deadlines) next = earlier(next, at);
    return next;
  }
};

}  // namespace

TEST_CASE("a deadline that moves on is looked at again when it comes") {
  Deadlines due;
  due.set(3, Instant{30});
  due.set(3, Instant{35});
  due.extend(3, Instant{40});
  CHECK(due.next() == Instant{30});  // no later than the next
  CHECK_FALSE(due.take(Instant{39}));
  CHECK(due.next() == Instant{40});
  CHECK(due.take(Instant{40}) == Key{3});
  CHECK_FALSE(due.take(Instant{1000}));
  CHECK(due.next() == kNever);
}

TEST_CASE("a deadline that moves nearer is met there, and once") {
  Deadlines due;
  due.set(3, Instant{30});
  due.set(3, Instant{20});
  CHECK_FALSE(due.take(Instant{19}));
  CHECK(due.take(Instant{20}) == Key{3});
  CHECK_FALSE(due.take(Instant{100}));
}

TEST_CASE("a deadline taken back does not come") {
  Deadlines due;
  due.set(3, Instant{30});
  due.set(3, kNever);
  CHECK_FALSE(due.take(Instant{100}));
}

TEST_CASE("of equal deadlines the lowest key comes first") {
  Deadlines due;
  for (const Key key : {5u, 1u, 9u, 3u}) due.set(key, Instant{7});
  for (const Key key : {1u, 3u, 5u, 9u}) CHECK(due.take(Instant{7}) == key);
}

TEST_CASE("a hundred thousand random moves agree with a searched map") {
  SplitMix64 chance(11);
  Deadlines due;
  Naive naive;
  Instant now{0};
  for (int i = 0; i < 100'000; ++i) {
    const auto key = static_cast<Key>(chance.below(60));
    const Instant at =
        chance.below(20) == 0 ? kNever : now + Millis{static_cast<std::int64_t>(chance.below(50))};
    due.set(key, at);
    naive.deadlines[key] = at;
    if (chance.below(4) != 0) continue;
    now = now + Millis{static_cast<std::int64_t>(chance.below(10))};
    REQUIRE(due.next() <= naive.next());
    while (const auto taken = due.take(now)) {
      REQUIRE(naive.deadlines[*taken] <= now);
      naive.deadlines[*taken] = kNever;
    }
    REQUIRE(naive.next() > now);
  }
}

}  // namespace auction
