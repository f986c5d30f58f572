#include "libauction/replay/guard.h"

#include <thread>

#include "tests/catch.h"

namespace auction {
namespace {

void fail_a_check() { AUCTION_CHECK(false, "on purpose"); }

struct CaughtByHost {};
void throw_to_host(const CheckFailure&) { throw CaughtByHost{}; }

// Puts back whatever handler was there, so that tests do not touch each other.
struct KeepHandler {
  CheckHandler before = set_check_handler(&throw_to_host);
  ~KeepHandler() { set_check_handler(before); }
};

}  // namespace

TEST_CASE("under a guard a failed check throws, and guards nest") {
  const CheckGuard outer;
  CHECK_THROWS_AS(fail_a_check(), CheckFailure);
  {
    const CheckGuard inner;
    CHECK_THROWS_AS(fail_a_check(), CheckFailure);
  }
  CHECK_THROWS_AS(fail_a_check(), CheckFailure);
}

TEST_CASE("outside guards a failed check goes where it went before") {
  const KeepHandler keep;
  {
    const CheckGuard guard;
    CHECK_THROWS_AS(fail_a_check(), CheckFailure);
  }
  CHECK_THROWS_AS(fail_a_check(), CaughtByHost);
  CHECK(set_check_handler(&throw_to_host) == &throw_to_host);
}

TEST_CASE("a handler installed under a guard stays") {
  const KeepHandler keep;
  {
    const CheckGuard guard;
    set_check_handler(&throw_check_failure);
  }
  CHECK(set_check_handler(&throw_to_host) == &throw_check_failure);
}

TEST_CASE("a guard in one thread does not catch another thread's failure") {
  const KeepHandler keep;
  const CheckGuard guard;
  bool by_host = false;
  std::thread([&] {
    try {
      fail_a_check();
    } catch (const CaughtByHost&) {
      by_host = true;
    }
  }).join();
  CHECK(by_host);
  CHECK_THROWS_AS(fail_a_check(), CheckFailure);
}

}  // namespace auction
