#include "libauction/clock/clock_rules.h"

#include "tests/catch.h"

using namespace auction;

namespace {

constexpr Change kNewLeader{true, true};
constexpr Change kSelfRaise{true, false};

SoftClose rule(ClockForm form, std::int64_t window, std::int64_t amount) {
  SoftClose r;
  r.window_ms = {window};
  r.form = form;
  r.amount_ms = {amount};
  return r;
}

Instant end_of(const SoftClose& r, std::int64_t end, std::int64_t now, Change change = kNewLeader) {
  return end_after_bid(r, change, {end}, {now}, kNever, 0);
}

}  // namespace

TEST_CASE("Catawiki: 37 s left becomes 127 s") {
  CHECK(end_of(rule(ClockForm::kAdditive, 60'000, 90'000), 100'000, 63'000) == Instant{190'000});
}

TEST_CASE("the window is strict: exactly the window left changes nothing") {
  for (const ClockForm form : {ClockForm::kAdditive, ClockForm::kFloor, ClockForm::kReset}) {
    const SoftClose r = rule(form, 10'000, 10'000);
    CHECK(end_of(r, 30'000, 20'000) == Instant{30'000});
    CHECK(end_of(r, 30'000, 20'001) == Instant{form == ClockForm::kAdditive ? 40'000 : 30'001});
  }
}

TEST_CASE("at every millisecond of the clock, each form is its formula") {
  for (std::int64_t window : {0, 1, 5, 30}) {
    for (std::int64_t amount : {1, 5, 12}) {
      for (std::int64_t now = 0; now < 30; ++now) {
        const bool late = 30 - now < window;
        CHECK(end_of(rule(ClockForm::kAdditive, window, amount), 30, now).unix_ms ==
              (late ? 30 + amount : 30));
        CHECK(end_of(rule(ClockForm::kFloor, window, amount), 30, now).unix_ms ==
              (late ? std::max<std::int64_t>(30, now + amount) : 30));
        CHECK(end_of(rule(ClockForm::kReset, window, amount), 30, now).unix_ms ==
              (late ? now + amount : 30));
      }
    }
  }
}

TEST_CASE("only the reset form may shorten") {
  CHECK(end_of(rule(ClockForm::kReset, 30'000, 5'000), 30'000, 10'000) == Instant{15'000});
  CHECK(end_of(rule(ClockForm::kFloor, 30'000, 5'000), 30'000, 10'000) == Instant{30'000});
}

TEST_CASE("a trigger asks what changed") {
  SoftClose r = rule(ClockForm::kFloor, 10'000, 10'000);
  for (const Trigger trigger : {Trigger::kAny, Trigger::kPriceChanged, Trigger::kLeaderChanged}) {
    r.trigger = trigger;
    CHECK(end_of(r, 10'000, 5'000, kNewLeader) == Instant{15'000});
    CHECK(end_of(r, 10'000, 5'000, kSelfRaise) ==
          Instant{trigger == Trigger::kLeaderChanged ? 10'000 : 15'000});
  }
}

TEST_CASE("a cap counts extensions, a hard stop cuts them and never takes back what was granted") {
  SoftClose r = rule(ClockForm::kAdditive, 10'000, 10'000);
  r.max_extensions = 2;
  CHECK(end_after_bid(r, kNewLeader, {10'000}, {5'000}, kNever, 1) == Instant{20'000});
  CHECK(end_after_bid(r, kNewLeader, {10'000}, {5'000}, kNever, 2) == Instant{10'000});
  CHECK(end_after_bid(r, kNewLeader, {10'000}, {5'000}, {15'000}, 0) == Instant{15'000});
  CHECK(end_after_bid(r, kNewLeader, {16'000}, {9'000}, {15'000}, 0) == Instant{16'000});
  const SoftClose reset = rule(ClockForm::kReset, 10'000, 8'000);
  CHECK(end_after_bid(reset, kNewLeader, {16'000}, {9'000}, {15'000}, 0) == Instant{16'000});
  CHECK(end_after_bid(reset, kNewLeader, {16'000}, {7'000}, {15'000}, 0) == Instant{15'000});
}

TEST_CASE("a restart grants the rule's grace, else the window, at least 10 s") {
  ClockRules clock;
  CHECK(recovery_grace(clock) == Millis{10'000});
  clock.soft_close.window_ms = {25'000};
  CHECK(recovery_grace(clock) == Millis{25'000});
  clock.recovery_grace_ms = {3'000};
  CHECK(recovery_grace(clock) == Millis{3'000});
}
