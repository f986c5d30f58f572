#include "tests/log/event_log_conformance.h"

#include "libauction/log/memory_log.h"
#include "libauction/log/salt.h"
#include "tests/catch.h"

namespace auction {
namespace {

constexpr StreamId kStream{1, 2};
constexpr StreamId kOther{1, 3};

// A record of `count` openings; the log does not look inside.
Record next_record(const Head& head, std::uint32_t count, std::int64_t at = 1000) {
  SeededSalts salts(5);
  const Events events(count, OpeningScheduled{Instant{at}});
  return seal(head, events, Instant{at}, kHostActor, salts.salt(head.seq + 1));
}

std::vector<Record> chain_with_counts(StreamId stream,
                                      std::initializer_list<std::uint32_t> counts) {
  std::vector<Record> records;
  Head head = genesis(stream);
  for (const std::uint32_t count : counts) {
    records.push_back(next_record(head, count, 1000 + static_cast<std::int64_t>(head.seq)));
    head = head_after(records.back());
  }
  return records;
}

std::vector<Record> read_all(EventLog& log, StreamId stream, std::uint64_t from = 1) {
  std::vector<Record> records;
  const HeadAnswer answer = log.read(stream, from, [&](const Record& record) {
    records.push_back(record);
    return true;
  });
  REQUIRE(std::holds_alternative<Head>(answer));
  return records;
}

Head head_of(EventLog& log, StreamId stream) { return std::get<Head>(log.head(stream)); }

bool appended(EventLog& log, StreamId stream, std::uint64_t expected,
              std::span<const Record> records) {
  return std::holds_alternative<Appended>(log.append(stream, expected, records));
}

}  // namespace

void check_event_log(EventLogUnderTest& under_test) {
  const std::vector<Record> chain = chain_with_counts(kStream, {1, 3, 1, 2});
  const std::span<const Record> records(chain);

  SECTION("a stream nobody wrote to is empty and begins with its name's hash") {
    CHECK(head_of(under_test.log(), kStream) == genesis(kStream));
    CHECK(read_all(under_test.log(), kStream).empty());
  }
  SECTION("what was appended is read back, one by one or at once, also after a restart") {
    CHECK(appended(under_test.log(), kStream, 0, records.first(1)));
    CHECK(appended(under_test.log(), kStream, 1, records.subspan(1)));
    CHECK(read_all(under_test.log(), kStream) == chain);
    under_test.reopen();
    CHECK(read_all(under_test.log(), kStream) == chain);
    CHECK(head_of(under_test.log(), kStream) == head_after(chain.back()));
  }
  SECTION("an append tells the new head") {
    const AppendAnswer answer = under_test.log().append(kStream, 0, records);
    REQUIRE(std::holds_alternative<Appended>(answer));
    CHECK(std::get<Appended>(answer).head == head_after(chain.back()));
  }
  SECTION("a second writer is refused, told the head, and nothing of it is kept") {
    REQUIRE(appended(under_test.log(), kStream, 0, records.first(2)));
    const Record late = next_record(head_after(chain[0]), 1, 7);
    const AppendAnswer answer = under_test.log().append(kStream, 1, {&late, 1});
    REQUIRE(std::holds_alternative<Conflict>(answer));
    CHECK(std::get<Conflict>(answer).head == head_after(chain[1]));
    CHECK(read_all(under_test.log(), kStream).size() == 2);
  }
  SECTION("a record from the future is refused: no gap can be stored") {
    CHECK_FALSE(appended(under_test.log(), kStream, 4, records.subspan(2)));
    CHECK(head_of(under_test.log(), kStream) == genesis(kStream));
  }
  SECTION("the right seq on another history is refused: no fork can be stored") {
    REQUIRE(appended(under_test.log(), kStream, 0, records.first(1)));
    Record fork = next_record(head_after(next_record(genesis(kStream), 1, 9)), 1);
    CHECK(fork.seq == 2);
    CHECK_FALSE(appended(under_test.log(), kStream, 1, {&fork, 1}));
  }
  SECTION("reading from the middle begins with the record that holds the event") {
    REQUIRE(appended(under_test.log(), kStream, 0, records));
    CHECK(read_all(under_test.log(), kStream, 2).front() == chain[1]);
    CHECK(read_all(under_test.log(), kStream, 4).front() == chain[1]);
    CHECK(read_all(under_test.log(), kStream, 5).front() == chain[2]);
    CHECK(read_all(under_test.log(), kStream, 8).empty());
  }
  SECTION("a reader may stop, and the head is told all the same") {
    REQUIRE(appended(under_test.log(), kStream, 0, records));
    int seen = 0;
    const HeadAnswer answer =
        under_test.log().read(kStream, 1, [&](const Record&) { return ++seen < 2; });
    CHECK(seen == 2);
    CHECK(std::get<Head>(answer) == head_after(chain.back()));
  }
  SECTION("streams do not touch each other") {
    const std::vector<Record> other = chain_with_counts(kOther, {2});
    REQUIRE(appended(under_test.log(), kStream, 0, records));
    REQUIRE(appended(under_test.log(), kOther, 0, other));
    CHECK_FALSE(appended(under_test.log(), StreamId{9, 9}, 0, other));
    CHECK(read_all(under_test.log(), kStream) == chain);
    CHECK(read_all(under_test.log(), kOther) == other);
  }
  SECTION("every field comes back, and a body of a megabyte") {
    Record record = next_record(genesis(kStream), 1);
    record.at = Instant{-5};
    record.actor = {0x0123456789abcdef, 0xfedcba9876543210};
    record.body.assign(1 << 20, 0x5a);
    record.body_hash = content_hash(record.salt, record.body);
    record.hash = link_hash(record);
    REQUIRE(appended(under_test.log(), kStream, 0, {&record, 1}));
    under_test.reopen();
    CHECK(read_all(under_test.log(), kStream).front() == record);
  }
}

namespace {

class MemoryLogUnderTest final : public EventLogUnderTest {
 public:
  EventLog& log() override { return log_; }
  void reopen() override {}  // it outlives nothing, so it stays

 private:
  MemoryLog log_;
};

}  // namespace

TEST_CASE("the memory log keeps the promises of the port") {
  MemoryLogUnderTest under_test;
  check_event_log(under_test);
}

}  // namespace auction
