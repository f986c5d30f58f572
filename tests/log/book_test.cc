#include "libauction/log/book.h"

#include "libauction/log/memory_log.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

constexpr Instant kStart{1'000'000};

// A log that can be told to fail, and that says what the state was when it was asked.
class MoodyLog final : public EventLog {
 public:
  AppendAnswer append(StreamId stream, std::uint64_t expected,
                      std::span<const Record> records) override {
    if (fails) return StorageFailure{"disk full"};
    return inner.append(stream, expected, records);
  }
  HeadAnswer read(StreamId stream, std::uint64_t from, const RecordVisitor& visit) override {
    return inner.read(stream, from, visit);
  }
  HeadAnswer head(StreamId stream) override { return inner.head(stream); }

  MemoryLog inner;
  bool fails = false;
};

struct Hall {
  Hall() { REQUIRE(std::holds_alternative<Written>(start_auction(book, setup, 3, kStart))); }

  // The clock of the first lot runs: start delay of the preset, then the opening.
  Instant first_lot_opens() const { return kStart + setup.rules->opening.start_delay_ms; }

  Setup setup = small_setup("pilot-football");
  MoodyLog log;
  SeededSalts salts{1};
  StreamId stream = stream_of(setup.auction);
  Book book{log, salts, stream};
};

const PlaceBid kFirstBid{LotNumber{1}, Money{1'000'000}};

}  // namespace

TEST_CASE("a command's events are one record, by the one who acted") {
  Hall hall;
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(hall.first_lot_opens())));
  const Instant now = hall.first_lot_opens() + seconds(25);
  const BookAnswer answer = hall.book.act(kFirstBid, actor_id(0), now);
  REQUIRE(std::holds_alternative<Written>(answer));
  const Record& record = hall.log.inner.records(hall.stream).back();
  CHECK(record.actor == actor_id(0));
  CHECK(record.at == now);
  CHECK(record.count == 2);  // the bid, and the clock it moved
  CHECK(record.seq == std::get<Written>(answer).seq);
  CHECK(hall.book.head() == head_after(record));
  CHECK(hall.book.state().seq == last_seq(record));
}

TEST_CASE("what is due comes first, each Tick a record of the host") {
  Hall hall;
  const std::size_t before = hall.log.inner.records(hall.stream).size();
  const Instant now = hall.first_lot_opens() + seconds(1);
  REQUIRE(std::holds_alternative<Written>(hall.book.act(kFirstBid, actor_id(0), now)));
  const auto records = hall.log.inner.records(hall.stream).subspan(before);
  REQUIRE(records.size() == 3);  // begun, lot opened, bid
  CHECK(records[0].actor == kHostActor);
  CHECK(records[1].actor == kHostActor);
  CHECK(records[1].at == now);  // the Tick's own instant, not the missed deadline
  CHECK(records[2].actor == actor_id(0));
}

TEST_CASE("a refusal writes nothing") {
  Hall hall;
  const Instant now = hall.first_lot_opens() + seconds(1);
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(now)));
  const Head head = hall.book.head();
  const BookAnswer answer = hall.book.act(PlaceBid{LotNumber{1}, Money{7}}, actor_id(0), now);
  REQUIRE(std::holds_alternative<Rejection>(answer));
  CHECK(std::get<Rejection>(answer).reason == Reason::kTooLow);
  CHECK(hall.book.head() == head);
  CHECK(std::get<Head>(hall.log.head(hall.stream)) == head);
}

TEST_CASE("a log that fails leaves the state as it was, and the command can be tried again") {
  Hall hall;
  const Instant now = hall.first_lot_opens() + seconds(1);
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(now)));
  const Digest before = state_digest(hall.book.state());
  hall.log.fails = true;
  int told = 0;
  hall.book.tell([&](const State&, const Record&, std::span<const Event>) { ++told; });
  CHECK(std::holds_alternative<StorageFailure>(hall.book.act(kFirstBid, actor_id(0), now)));
  CHECK(told == 0);
  CHECK(state_digest(hall.book.state()) == before);
  hall.log.fails = false;
  CHECK(std::holds_alternative<Written>(hall.book.act(kFirstBid, actor_id(0), now)));
  CHECK(told == 1);
}

TEST_CASE("a failing log stops a settle at the Tick it could not keep") {
  Hall hall;
  hall.log.fails = true;
  const BookAnswer answer = hall.book.act(kFirstBid, actor_id(0), hall.first_lot_opens());
  CHECK(std::holds_alternative<StorageFailure>(answer));
  CHECK(hall.book.state().status == Status::kWaiting);
}

TEST_CASE("of two books on one stream the second to write is refused") {
  Hall hall;
  Book second(hall.log, hall.salts, hall.stream, hall.book.state(), hall.book.head());
  const Instant now = hall.first_lot_opens();
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(now)));
  const BookAnswer answer = second.settle(now + Millis{1});
  REQUIRE(std::holds_alternative<Conflict>(answer));
  CHECK(std::get<Conflict>(answer).head == hall.book.head());
}

TEST_CASE("the nil actor has no rights through the door for people") {
  Hall hall;
  const auto answer = hall.book.act(Tick{}, ActorId{}, kStart);
  REQUIRE(std::holds_alternative<Rejection>(answer));
  CHECK(std::get<Rejection>(answer).reason == Reason::kNotAllowed);
}

TEST_CASE("a finished auction has nothing to settle at the end of time") {
  Hall hall;
  const ActorId commissioner = hall.setup.commissioners.front();
  REQUIRE(std::holds_alternative<Written>(hall.book.act(Cancel{}, commissioner, kStart)));
  const std::uint64_t seq = hall.book.state().seq;
  const BookAnswer answer = hall.book.settle(kNever);
  REQUIRE(std::holds_alternative<Written>(answer));
  CHECK(std::get<Written>(answer).count == 0);
  CHECK(hall.book.state().seq == seq);
}

TEST_CASE("time that runs backwards counts as the last record's") {
  Hall hall;
  const Instant now = hall.first_lot_opens() + seconds(2);
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(now)));
  const BookAnswer answer = hall.book.act(kFirstBid, actor_id(0), now + Millis{-1500});
  REQUIRE(std::holds_alternative<Written>(answer));
  CHECK(std::get<Written>(answer).at == now);
}

TEST_CASE("readers are told after the state has changed, record by record") {
  Hall hall;
  std::vector<std::uint64_t> seqs;
  hall.book.tell([&](const State& state, const Record& record, std::span<const Event> events) {
    CHECK(state.seq == last_seq(record));
    CHECK(events.size() == record.count);
    seqs.push_back(record.seq);
  });
  REQUIRE(std::holds_alternative<Written>(hall.book.settle(hall.first_lot_opens())));
  CHECK(seqs.size() == 2);
}

}  // namespace auction
