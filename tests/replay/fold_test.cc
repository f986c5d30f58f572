#include "libauction/replay/fold.h"

#include "tests/catch.h"
#include "tests/replay/small_log.h"

namespace auction {
namespace {

Replay replay_of(FoldAnswer answer) {
  REQUIRE(std::holds_alternative<Replay>(answer));
  return std::get<Replay>(std::move(answer));
}

}  // namespace

TEST_CASE("fold of the log is the live state") {
  const Kept kept = kept_auction(kSetup, "*=valuing", 7);
  const Replay replay = replay_of(fold(kept.records, kStream));
  CHECK(replay.state == kept.state);
  CHECK(state_digest(replay.state) == state_digest(kept.state));
  CHECK(replay.head == kept.head);
}

TEST_CASE("the state at every seq is the fold of the events up to it") {
  const Kept kept = kept_auction(kSetup, "*=valuing", 7);
  State live;
  Events events;
  for (const Record& record : kept.records) {
    REQUIRE(decode_body(record, events));
    for (const Event& event : events) {
      apply(live, event, record.at);
      const Replay then = replay_of(fold(kept.records, kStream, live.seq));
      REQUIRE(then.state == live);
      REQUIRE(then.head.seq <= live.seq);
    }
  }
  CHECK(live == kept.state);
}

TEST_CASE("before the first event there is nothing, and after the last there is the end") {
  const Kept kept = kept_auction(kSetup, "*=valuing", 7);
  CHECK(replay_of(fold(kept.records, kStream, 0)).state == State{});
  CHECK(replay_of(fold(kept.records, kStream, kept.head.seq + 9)).state == kept.state);
}

TEST_CASE("a book continues where a replay ends") {
  MemoryLog log;
  SeededSalts salts(1);
  Book book(log, salts, kStream);
  REQUIRE(std::holds_alternative<Written>(start_auction(book, kSetup, 3, Instant{1'000})));
  const Replay replay = replay_of(fold(log, kStream));
  Book again(log, salts, kStream, replay.state, replay.head);
  CHECK(std::holds_alternative<Written>(again.act_as_host(Recover{}, Instant{2'000})));
  CHECK(std::holds_alternative<Written>(again.settle(Instant{100'000})));
  CHECK(std::get<Head>(log.head(kStream)) == again.head());
}

TEST_CASE("a log that does not fit is a fault with its seq, not a crash") {
  const Kept kept = kept_auction(kSetup, "*=valuing", 7);
  std::vector<Record> records = kept.records;

  SECTION("a record is missing") {
    const std::uint64_t seq = records[6].seq;
    records.erase(records.begin() + 5);
    CHECK(std::get<Fault>(fold(records, kStream)).seq == seq);
  }
  SECTION("a body is withheld") {
    records[1] = withhold(records[1]);
    const Fault fault = std::get<Fault>(fold(records, kStream));
    CHECK(fault.seq == records[1].seq);
    CHECK(fault.what.find("withheld") != std::string::npos);
  }
  SECTION("it belongs to another stream") {
    CHECK(std::get<Fault>(fold(records, StreamId{1, 1})).seq == 1);
  }
  SECTION("an event cannot follow") {
    const Events events{LotSold{LotNumber{99}, ManagerSlot{0}, Money{1}, How::kHammer, {}}};
    records.resize(4);
    records.push_back(seal(head_after(records.back()), events, records.back().at, kHostActor, {}));
    const Fault fault = std::get<Fault>(fold(records, kStream));
    CHECK(fault.seq == records.back().seq);
    CHECK(fault.what.find("cannot follow") != std::string::npos);
  }
}

TEST_CASE("the first record names its stream") {
  const Kept kept = kept_auction(kSetup, "*=valuing", 7);
  CHECK(named_stream(kept.records[0]) == kStream);
  CHECK_FALSE(named_stream(kept.records[1]).has_value());
  CHECK_FALSE(named_stream(withhold(kept.records[0])).has_value());
}

}  // namespace auction
