// What a house promises: store, then show, then tell; one answer a command; the others go on.
#include "tests/catch.h"
#include "tests/faults/hall.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

const PlaceBid kHigher{LotNumber{1}, Money{6'000'000}};

struct OpenHall : Hall {
  OpenHall() : room(create(small_setup("pilot-football"))) { pass_and_turn(seconds(6)); }
  ~OpenHall() {
    CHECK(ear.wrong == "");
    CHECK(store.wrong() == "");
  }
  OpenHall(const OpenHall&) = delete;
  OpenHall& operator=(const OpenHall&) = delete;

  StreamId room;
};

StorageFailure failure() { return {"disk full"}; }

}  // namespace

TEST_CASE("nothing leaves before its commit: no answer, no record, no view") {
  OpenHall hall;
  const std::uint64_t told = hall.ear.records;
  const Ticket ticket = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  CHECK(hall.ear.of(ticket) == nullptr);
  CHECK(hall.ear.records == told);
  CHECK(hall.house->view(hall.room, actor_id(0), hall.now)->lots.at(0).bid_count == 0);
  hall.commit();
  REQUIRE(hall.ear.of(ticket) != nullptr);
  CHECK(hall.ear.records == told + 1);
  CHECK(hall.house->view(hall.room, actor_id(0), hall.now)->lots.at(0).bid_count == 1);
}

TEST_CASE("a receipt says what the bid did to its lot") {
  OpenHall hall;
  const Receipt yes = hall.ask(hall.room, actor_id(0), kFirstBid);
  CHECK(yes.verdict == Verdict::kAccepted);
  CHECK(yes.price == kFirstBid.amount);
  CHECK(yes.leader == ManagerSlot{0});
  CHECK(yes.next_bid == Money{5'100'000});
  CHECK(yes.seq == hall.state(hall.room).seq);
  const Receipt no = hall.ask(hall.room, actor_id(1), kFirstBid);
  CHECK(no.verdict == Verdict::kRefused);
  CHECK(no.reason == Reason::kTooLow);
  CHECK(no.limit == 5'100'000);
  CHECK(no.leader == ManagerSlot{0});
  CHECK(decode_receipt(encode(no)) == no);
}

TEST_CASE("decisions run ahead of the commit under way, and are told after theirs") {
  OpenHall hall;
  const Ticket first = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  const auto batch = hall.house->begin_commit();
  REQUIRE(batch.size() == 1);
  const Ticket second = hall.submit(hall.room, actor_id(1), kHigher, command_id(2));
  const Ticket again = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  CHECK_FALSE(hall.house->wants_commit(hall.now));  // one at a time
  CHECK(hall.ear.of(first) == nullptr);
  CHECK(hall.ear.of(again) == nullptr);
  hall.house->end_commit(hall.store.commit(batch), hall.now);
  REQUIRE(hall.ear.of(first) != nullptr);
  CHECK(hall.ear.of(second) == nullptr);
  CHECK(hall.state(hall.room).open.at(0).price == kFirstBid.amount);
  hall.commit();
  REQUIRE(hall.ear.of(second) != nullptr);
  CHECK(hall.ear.of(second)->verdict == Verdict::kAccepted);
  CHECK(hall.state(hall.room).open.at(0).price == kHigher.amount);
  REQUIRE(hall.ear.of(again) != nullptr);
  CHECK(hall.ear.of(again)->replayed);
}

TEST_CASE("the same id and payload get the same answer, now, in flight and after a restart") {
  OpenHall hall;
  const Receipt yes = hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1));
  const Receipt no = hall.ask(hall.room, actor_id(1), kFirstBid, command_id(2));
  const Receipt yes_again = hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.restart();
  const Receipt no_again = hall.ask(hall.room, actor_id(1), kFirstBid, command_id(2));
  CHECK(yes_again.replayed);
  CHECK(encode(yes_again) == encode(yes));
  CHECK(no_again.replayed);
  CHECK(encode(no_again) == encode(no));
  CHECK(hall.state(hall.room).open.at(0).bid_count == 1);
}

TEST_CASE("two deliveries in one turn are one command") {
  OpenHall hall;
  const Ticket one = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  const Ticket two = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  hall.commit();
  CHECK_FALSE(hall.ear.of(one)->replayed);
  CHECK(hall.ear.of(two)->replayed);
  CHECK(hall.state(hall.room).open.at(0).bid_count == 1);
}

TEST_CASE("an id belongs to its payload and its actor, and a conflict discloses nothing") {
  OpenHall hall;
  (void)hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1));
  Receipt bare;
  bare.verdict = Verdict::kCommandConflict;
  for (const bool restarted : {false, true}) {
    if (restarted) hall.restart();
    CHECK(hall.ask(hall.room, actor_id(0), kHigher, command_id(1)) == bare);
    CHECK(hall.ask(hall.room, actor_id(1), kFirstBid, command_id(1)) == bare);
    CHECK(hall.ask(hall.room, actor_id(0), Pause{}, command_id(1)) == bare);
  }
  CHECK(hall.house->counters().command_conflicts == 3);
}

TEST_CASE("answers that were forgotten are looked up in the store") {
  Hall hall({.answers_remembered = 2});
  const StreamId room = hall.create(small_setup("pilot-football"));
  hall.pass_and_turn(seconds(6));
  const Receipt first = hall.ask(room, actor_id(0), kFirstBid, command_id(1));
  for (std::uint64_t i = 2; i < 9; ++i) (void)hall.ask(room, actor_id(0), kFirstBid, command_id(i));
  const Receipt again = hall.ask(room, actor_id(0), kFirstBid, command_id(1));
  CHECK(again.replayed);
  CHECK(again.seq == first.seq);
  CHECK(hall.house->counters().looked_up > 0);
  CHECK(hall.ear.wrong == "");
}

TEST_CASE("a command that must be looked up waits until the store is free, with all behind it") {
  OpenHall hall;
  hall.restart();
  hall.pass_and_turn(Millis{1});
  (void)hall.submit(hall.room, actor_id(0), kFirstBid);  // no id: no look-up
  hall.turn();
  const auto batch = hall.house->begin_commit();
  REQUIRE(batch.size() == 1);
  const Ticket waits = hall.submit(hall.room, actor_id(1), kHigher, command_id(5));
  const Ticket behind = hall.submit(hall.room, actor_id(2), kHigher);
  hall.turn();
  CHECK(hall.house->counters().waited == 2);
  hall.house->end_commit(hall.store.commit(batch), hall.now);
  hall.turn();
  hall.commit();
  CHECK(hall.ear.of(waits)->verdict == Verdict::kAccepted);
  CHECK(hall.ear.of(behind)->reason == Reason::kTooLow);
}

TEST_CASE("a failed commit is dropped: the room is what the store says, and a retry does it once") {
  OpenHall hall;
  const Digest before = state_digest(hall.state(hall.room));
  hall.store.fate = [](std::uint64_t) { return Fate::kRefused; };
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1)).verdict ==
        Verdict::kUnavailable);
  CHECK(state_digest(hall.state(hall.room)) == before);
  hall.store.fate = nullptr;
  hall.pass_and_turn(hall.options.retry_ms);
  const Receipt yes = hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1));
  CHECK(yes.verdict == Verdict::kAccepted);
  CHECK_FALSE(yes.replayed);
}

TEST_CASE("a commit that was kept and called failed is found out, told, and not done again") {
  OpenHall hall;
  hall.store.fate = [](std::uint64_t) { return Fate::kKeptButFailed; };
  const std::uint64_t told = hall.ear.records;
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1)).verdict ==
        Verdict::kUnavailable);
  CHECK(hall.ear.records == told + 1);
  CHECK(hall.state(hall.room).open.at(0).price == kFirstBid.amount);
  hall.store.fate = nullptr;
  hall.pass_and_turn(hall.options.retry_ms);
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid, command_id(1)).replayed);
  CHECK(hall.state(hall.room).open.at(0).bid_count == 1);
}

TEST_CASE("what ran ahead of a failed commit goes with it; other rooms keep theirs") {
  OpenHall hall;
  Setup other = small_setup("pilot-football");
  other.auction = {9, 9};
  const StreamId second = hall.create(other);
  hall.pass_and_turn(seconds(6));
  const Ticket lost = hall.submit(hall.room, actor_id(0), kFirstBid);
  hall.turn();
  (void)hall.house->begin_commit();
  const Ticket lost_too = hall.submit(hall.room, actor_id(1), kHigher);
  const Ticket stays = hall.submit(second, actor_id(1), kFirstBid);
  hall.turn();
  hall.house->end_commit(failure(), hall.now);
  CHECK(hall.ear.of(lost)->verdict == Verdict::kUnavailable);
  CHECK(hall.ear.of(lost_too)->verdict == Verdict::kUnavailable);
  CHECK(hall.ear.of(stays) == nullptr);
  hall.pass_and_turn(hall.options.retry_ms);
  CHECK(hall.ear.of(stays)->verdict == Verdict::kAccepted);
  CHECK(hall.state(hall.room).open.at(0).bid_count == 0);
}

TEST_CASE("a store that cannot be read leaves the room unavailable until it can") {
  OpenHall hall;
  hall.store.fate = [](std::uint64_t) { return Fate::kRefused; };
  hall.store.unreadable = true;
  (void)hall.ask(hall.room, actor_id(0), kFirstBid);
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid).verdict == Verdict::kUnavailable);
  hall.store.fate = nullptr;
  hall.store.unreadable = false;
  CHECK(hall.house->next_alarm() <= hall.now + hall.options.retry_ms);
  hall.pass_and_turn(hall.options.retry_ms);
  hall.pass_and_turn(hall.options.retry_ms);
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid).verdict == Verdict::kAccepted);
}

TEST_CASE("of two houses on one store the slower one decides again on what the other wrote") {
  OpenHall hall;
  SeededSalts salts(2);
  Ear ear(hall.store);
  House other(hall.store, salts, ear);
  REQUIRE_FALSE(other.open(hall.now));
  other.turn(hall.now);
  other.commit(hall.now);  // its Recover is one event that the first house has not seen
  const Ticket ticket = hall.submit(hall.room, actor_id(0), kFirstBid, command_id(1));
  hall.turn();
  hall.commit();
  CHECK(hall.ear.of(ticket) == nullptr);
  CHECK(hall.house->counters().commit_conflicts == 1);
  hall.turn();
  hall.commit();
  REQUIRE(hall.ear.of(ticket) != nullptr);
  CHECK(hall.ear.of(ticket)->verdict == Verdict::kAccepted);
  CHECK(ear.wrong == "");
}

TEST_CASE("a stream nobody created is unknown, and a Create belongs to its own stream") {
  Hall hall;
  const Setup setup = small_setup("pilot-football");
  CHECK(hall.ask({1, 2}, actor_id(0), kFirstBid).verdict == Verdict::kUnknownStream);
  CHECK(hall.ask({1, 2}, actor_id(0), Create{Shared<Setup>(setup)}).verdict ==
        Verdict::kUnknownStream);
  const Ticket wrong = hall.submit_as_host({1, 2}, Create{Shared<Setup>(setup)}, command_id(1));
  hall.turn();
  hall.commit();
  CHECK(hall.ear.of(wrong)->reason == Reason::kOutOfRange);
  CHECK_FALSE(hall.house->view({1, 2}, actor_id(0), hall.now));
}

TEST_CASE("requests are decided in the order of their stamps, before the deadline they met") {
  OpenHall hall;
  (void)hall.ask(hall.room, actor_id(0), kFirstBid);
  const Instant end = hall.state(hall.room).open.at(0).ends_at;
  hall.now = end + seconds(5);  // the loop was away
  const Request late{hall.room, {}, actor_id(1), false, kHigher, end, 101};
  const Request in_time{hall.room, {}, actor_id(1), false, kHigher, end + Millis{-1}, 100};
  hall.house->submit(late);
  hall.house->submit(in_time);
  hall.turn();
  hall.commit();
  CHECK(hall.ear.of(100)->verdict == Verdict::kAccepted);
  CHECK(hall.ear.of(101)->reason == Reason::kAlreadyLeading);  // the first one moved the clock
  CHECK(hall.state(hall.room).open.at(0).number == LotNumber{1});
}

TEST_CASE("too many requests without an answer are unavailable, and none of them is kept") {
  Hall hall({.most_waiting = 3});
  const StreamId room = hall.create(small_setup("pilot-football"));
  hall.pass_and_turn(seconds(6));
  for (std::uint64_t i = 1; i <= 5; ++i) {
    (void)hall.submit(room, actor_id(0), PlaceBid{LotNumber{1}, Money{7}}, command_id(i));
  }
  hall.turn();
  CHECK(hall.house->counters().unavailable == 2);
  hall.commit();
  CHECK(hall.ask(room, actor_id(0), kFirstBid, command_id(5)).verdict == Verdict::kAccepted);
}

TEST_CASE("an auction that has ended is read again when somebody asks") {
  OpenHall hall;
  (void)hall.ask(hall.room, commissioner_id(), Cancel{});
  hall.restart();
  CHECK(hall.house->rooms() == 0);
  CHECK(hall.ask(hall.room, actor_id(0), kFirstBid).reason == Reason::kAuctionNotRunning);
}

}  // namespace auction
