// A restart in every state: it is no pause, closes nothing, and leaves time to come back.
#include "libauction/auction/deadline.h"
#include "libauction/replay/fold.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

Setup setup_for(bool requests) {
  RuleSet rules = *preset("pilot-football");
  if (requests) rules.unsold = {UnsoldKind::kByRequest, 1, 2, seconds(60)};
  return small_setup(rules, 3, 3);
}

// Turns at every deadline until the state is as wanted.
template <class Until>
void run(Hall& hall, StreamId room, Until&& until) {
  for (int i = 0; i < 200 && !until(hall.state(room)); ++i) {
    const Instant due = hall.house->next_alarm();
    REQUIRE(due != kNever);
    hall.now = later(hall.now, due);
    hall.turn();
    hall.commit();
  }
  REQUIRE(until(hall.state(room)));
}

bool ended(const State& s) { return s.status == Status::kCompleted; }

std::size_t closed_lots(const State& s) { return s.lots.size() - s.open.size(); }

// Away for `length`, then back: nothing may have been closed, and nothing closes for the grace.
void restart_after(Hall& hall, StreamId room, Millis length) {
  const State before = hall.state(room);
  hall.pass(length);
  hall.restart();
  hall.turn();
  hall.commit();
  const State& after = hall.state(room);
  CHECK(after.status == before.status);
  CHECK(phase(after) == phase(before));
  CHECK(closed_lots(after) == closed_lots(before));
  CHECK(after.open.size() == before.open.size());
  if (after.status == Status::kPaused || next_deadline(before) == kNever) {
    CHECK(next_deadline(after) == next_deadline(before));
    return;
  }
  const Millis window = after.rules->clock.soft_close.window_ms;
  const Millis grace = window < seconds(10) ? seconds(10) : window;
  CHECK(next_deadline(after) == later(next_deadline(before), hall.now + grace));
}

void finish(Hall& hall, StreamId room) {
  if (hall.state(room).status == Status::kPaused) (void)hall.ask(room, commissioner_id(), Resume{});
  run(hall, room, ended);
  CHECK(hall.ear.wrong == "");
  CHECK(hall.ear.quarantines.empty());
  const auto folded = fold(hall.store.records(room), room);
  REQUIRE(std::holds_alternative<Replay>(folded));
  CHECK(std::get<Replay>(folded).state == hall.state(room));
}

// Each long enough to miss the deadline, and once not at all.
template <class Prepare>
void in_state(Prepare&& prepare, bool requests = false) {
  for (const std::int64_t away_ms : {0, 1, 2'000, 31'000, 3'600'000}) {
    Hall hall;
    const StreamId room = hall.create(setup_for(requests));
    prepare(hall, room);
    restart_after(hall, room, {away_ms});
    restart_after(hall, room, {away_ms / 2});
    finish(hall, room);
  }
}

}  // namespace

TEST_CASE("a restart while people gather") {
  in_state([](Hall& hall, StreamId room) {
    REQUIRE(hall.state(room).status == Status::kWaiting);
    REQUIRE(next_deadline(hall.state(room)) != kNever);
  });
}

TEST_CASE("a restart while a lot is open, with a bid and without") {
  for (const bool bid : {false, true}) {
    in_state([bid](Hall& hall, StreamId room) {
      run(hall, room, [](const State& s) { return !s.open.empty(); });
      if (bid) REQUIRE(hall.ask(room, actor_id(0), kFirstBid).verdict == Verdict::kAccepted);
    });
  }
}

TEST_CASE("a restart in the gap between two lots") {
  in_state([](Hall& hall, StreamId room) {
    run(hall, room, [](const State& s) { return phase(s) == Phase::kGap && !s.lots.empty(); });
  });
}

TEST_CASE("a restart in a pause keeps the remaining time to the millisecond") {
  in_state([](Hall& hall, StreamId room) {
    run(hall, room, [](const State& s) { return !s.open.empty(); });
    hall.pass(Millis{12'345});
    REQUIRE(hall.ask(room, commissioner_id(), Pause{}).verdict == Verdict::kAccepted);
    const State before = hall.state(room);
    const Millis left = before.open.at(0).ends_at - before.paused_at;
    CHECK(left == Millis{30'000 - 12'345});
    hall.restart();
    hall.pass(seconds(100));
    REQUIRE(hall.ask(room, commissioner_id(), Resume{}).verdict == Verdict::kAccepted);
    CHECK(hall.state(room).open.at(0).ends_at - hall.now == left);
    REQUIRE(hall.ask(room, commissioner_id(), Pause{}).verdict == Verdict::kAccepted);
  });
}

TEST_CASE("a restart while unsold lots are asked for") {
  in_state(
      [](Hall& hall, StreamId room) {
        run(hall, room, [](const State& s) { return phase(s) == Phase::kRequests; });
        const RequestLots wish{AssetList({AssetSlot{1}})};
        REQUIRE(hall.ask(room, actor_id(1), wish).verdict == Verdict::kAccepted);
      },
      true);
}

TEST_CASE("a restart while the last lot is open") {
  in_state([](Hall& hall, StreamId room) {
    run(hall, room, [](const State& s) { return s.lots.size() == 3 && !s.open.empty(); });
    const PlaceBid last{LotNumber{3}, Money{2'000'000}};
    REQUIRE(hall.ask(room, actor_id(2), last).verdict == Verdict::kAccepted);
  });
}

TEST_CASE("a restart of an auction that was only set up leaves it so") {
  Hall hall;
  Setup setup = small_setup("pilot-football");
  setup.order_commitment = commitment(seed_from(7));
  const StreamId room = stream_of(setup.auction);
  (void)hall.submit_as_host(room, Create{Shared<Setup>(setup)});
  hall.turn();
  hall.commit();
  hall.restart();
  hall.turn();
  hall.commit();
  CHECK(hall.state(room).status == Status::kSetUp);
  CHECK(hall.store.records(room).size() == 1);
}

}  // namespace auction
