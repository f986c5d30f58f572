// Time under stress: a stalled loop, a stalled disk, bids on both sides of the deadline.
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

struct BidHall : Hall {
  BidHall() : room(create(small_setup("pilot-football"))) {
    pass_and_turn(seconds(5));
    REQUIRE(ask(room, actor_id(0), PlaceBid{LotNumber{1}, Money{5'000'000}}).verdict ==
            Verdict::kAccepted);
    end = state(room).open.at(0).ends_at;
  }
  Ticket bid_at(Instant at) {
    house->submit({room, command_id(++ids), actor_id(1), false,
                   PlaceBid{LotNumber{1}, Money{6'000'000}}, at, ++tickets});
    return tickets;
  }
  StreamId room;
  Instant end;
  std::uint64_t ids = 0;
};

constexpr std::int64_t kStalls[] = {1, 2, 10, 250, 999, 5'000, 9'999, 10'000, 10'001, 30'000};
constexpr std::int64_t kStamps[] = {-10'001, -10'000, -9'999, -2, -1, 0, 1, 2, 400};

}  // namespace

TEST_CASE("a bid read before the deadline counts, however long the loop stood still") {
  for (const std::int64_t stall : kStalls) {
    for (const std::int64_t offset : kStamps) {
      if (offset > stall) continue;
      BidHall hall;
      const Ticket ticket = hall.bid_at(hall.end + Millis{offset});
      hall.now = hall.end + Millis{stall};
      hall.turn();
      hall.commit();
      INFO("stall " << stall << " ms, bid " << offset << " ms from the end");
      REQUIRE(hall.ear.of(ticket) != nullptr);
      const Receipt& receipt = *hall.ear.of(ticket);
      CHECK((receipt.verdict == Verdict::kAccepted) == (offset < 0));
      if (offset >= 0) CHECK(receipt.reason == Reason::kLotClosed);
      CHECK(hall.ear.wrong == "");
    }
  }
}

TEST_CASE("a bid read while the disk stood still over the deadline counts by its stamp") {
  for (const bool looked_up : {false, true}) {
    for (const std::int64_t stall : kStalls) {
      for (const std::int64_t offset : kStamps) {
        if (offset > stall || offset < -5'000) continue;
        BidHall hall;
        if (looked_up) {
          hall.restart();  // from now on an id must be asked of the store
          hall.turn();
          hall.commit();
        }
        hall.now = hall.end + Millis{-5'000};
        (void)hall.submit(hall.room, actor_id(2), PlaceBid{LotNumber{1}, Money{1}});
        hall.turn();
        const auto batch = hall.house->begin_commit();  // refused bids have nothing to store
        hall.end = hall.state(hall.room).open.at(0).ends_at;
        hall.now = hall.end + Millis{offset};
        const Ticket ticket = hall.bid_at(hall.now);
        hall.turn();
        hall.now = hall.end + Millis{stall};
        hall.turn();
        if (!batch.empty()) hall.house->end_commit(hall.store.commit(batch), hall.now);
        hall.turn();
        hall.commit();
        REQUIRE(hall.ear.of(ticket) != nullptr);
        CHECK((hall.ear.of(ticket)->verdict == Verdict::kAccepted) == (offset < 0));
        CHECK(hall.ear.wrong == "");
      }
    }
  }
}

TEST_CASE("a wall clock set back or forth over a restart closes nothing and reopens nothing") {
  for (const std::int64_t step : {-3'600'000, -31'000, -1, 1, 31'000, 3'600'000}) {
    BidHall hall;
    hall.now = hall.now + Millis{step};
    hall.restart();
    hall.turn();
    hall.commit();
    const State& state = hall.state(hall.room);
    REQUIRE(state.open.size() == 1);
    CHECK(state.open[0].number == LotNumber{1});
    CHECK(state.open[0].ends_at >= later(hall.now, state.last_at) + seconds(10));
    const Ticket ticket = hall.bid_at(hall.now);
    hall.turn();
    hall.commit();
    CHECK(hall.ear.of(ticket)->verdict == Verdict::kAccepted);
    CHECK(hall.ear.wrong == "");
  }
}

TEST_CASE("an open lot closes within a turn of its deadline, whoever sleeps till the alarm") {
  BidHall hall;
  int alarms = 0;
  while (hall.state(hall.room).status != Status::kCompleted && ++alarms < 100) {
    const Instant alarm = hall.house->next_alarm();
    REQUIRE(alarm > hall.now);
    hall.now = alarm;
    hall.turn();
    hall.commit();
  }
  CHECK(hall.state(hall.room).status == Status::kCompleted);
  CHECK(alarms < 30);
}

}  // namespace auction
