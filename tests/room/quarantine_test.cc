// A defect of ours in one room costs that room and no other.
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

// Stands for any check of ours that fails in the middle of a decision.
struct BrittleSalts final : SaltSource {
  Salt salt(std::uint64_t seq) override {
    AUCTION_CHECK(!broken, "the salts have run out");
    return inner.salt(seq);
  }
  SeededSalts inner{1};
  bool broken = false;
};

struct BrittleHall : Hall {
  BrittleHall() {
    house.reset();
    house = std::make_unique<House>(store, brittle, ear, options);
    Setup other = small_setup("pilot-football");
    other.auction = {9, 9};
    first = create(small_setup("pilot-football"));
    second = create(other);
    pass_and_turn(seconds(6));
  }
  BrittleSalts brittle;
  StreamId first;
  StreamId second;
};

}  // namespace

TEST_CASE("a failed check quarantines its room; what was not committed is not told as done") {
  BrittleHall hall;
  const Ticket before = hall.submit(hall.first, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  hall.brittle.broken = true;
  const Ticket breaks =
      hall.submit(hall.first, actor_id(1), PlaceBid{LotNumber{1}, Money{9'000'000}});
  hall.turn();
  hall.brittle.broken = false;
  CHECK(hall.ear.of(before)->verdict == Verdict::kQuarantined);
  CHECK(hall.ear.of(breaks)->verdict == Verdict::kQuarantined);
  REQUIRE(hall.ear.quarantines.size() == 1);
  CHECK(hall.ear.quarantines[0] == "the salts have run out");
  CHECK(hall.ask(hall.second, actor_id(0), kFirstBid).verdict == Verdict::kAccepted);
  hall.submit(hall.first, actor_id(0), kFirstBid);
  hall.pass_and_turn(seconds(60));
  CHECK(hall.state(hall.first).open.at(0).bid_count == 0);  // shown, and it stands still
  CHECK(hall.state(hall.second).lots.at(0).outcome == Outcome::kSold);
  CHECK(hall.ear.wrong == "");
}

TEST_CASE("a commit under way is told even if its room has fallen meanwhile") {
  BrittleHall hall;
  const Ticket first = hall.submit(hall.first, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  const auto batch = hall.house->begin_commit();
  hall.brittle.broken = true;
  (void)hall.submit(hall.first, actor_id(1), PlaceBid{LotNumber{1}, Money{9'000'000}});
  hall.turn();
  hall.brittle.broken = false;
  hall.house->end_commit(hall.store.commit(batch), hall.now);
  CHECK(hall.ear.of(first)->verdict == Verdict::kAccepted);
  CHECK(hall.state(hall.first).open.at(0).price == kFirstBid.amount);
  CHECK(hall.ear.wrong == "");
}

TEST_CASE("a released room is read again, recovers and serves") {
  BrittleHall hall;
  hall.brittle.broken = true;
  (void)hall.submit(hall.first, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  hall.brittle.broken = false;
  hall.pass_and_turn(seconds(600));
  hall.house->release(hall.first);
  hall.pass_and_turn(Millis{1});
  CHECK(hall.state(hall.first).open.at(0).ends_at == hall.now + seconds(10));
  CHECK(hall.ask(hall.first, actor_id(0), kFirstBid, command_id(1)).verdict == Verdict::kAccepted);
  CHECK(hall.house->counters().quarantined == 1);
  CHECK(hall.ear.wrong == "");
}

TEST_CASE("a deadline that meets a failing check quarantines too") {
  BrittleHall hall;
  hall.brittle.broken = true;
  hall.pass(seconds(31));
  hall.turn();
  CHECK(hall.ear.quarantines.size() == 2);
  CHECK_FALSE(hall.house->wants_commit(hall.now));
  CHECK(hall.house->next_alarm() == kNever);
}

TEST_CASE("a stream that does not fold is quarantined at the start, beside sound ones") {
  BrittleHall hall;
  StreamBatch torn;
  torn.stream = {5, 5};
  Events events{AuctionBegan{}};
  torn.records.push_back(seal(genesis({5, 5}), events, hall.now, kHostActor, {}));
  REQUIRE(std::holds_alternative<Committed>(hall.store.commit({&torn, 1})));
  hall.restart();
  REQUIRE(hall.ear.quarantines.size() == 1);
  CHECK(hall.ask({5, 5}, actor_id(0), kFirstBid).verdict == Verdict::kQuarantined);
  CHECK(hall.ask(hall.first, actor_id(0), kFirstBid).verdict == Verdict::kAccepted);
}

}  // namespace auction
