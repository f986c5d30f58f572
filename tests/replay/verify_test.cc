#include "libauction/replay/verify.h"

#include "tests/catch.h"
#include "tests/replay/small_log.h"

namespace auction {
namespace {

const Kept& kept() {
  static const Kept made = kept_auction(kSetup, "*=valuing", 7);
  return made;
}

// Seals the records again from one on, as somebody would who can write a whole log.
void reseal(std::vector<Record>& records, std::size_t from) {
  Head head = from == 0 ? genesis(kStream) : head_after(records[from - 1]);
  for (std::size_t i = from; i < records.size(); ++i) {
    records[i].seq = head.seq + 1;
    records[i].prev = head.hash;
    records[i].body_hash = content_hash(records[i].salt, records[i].body);
    records[i].hash = link_hash(records[i]);
    head = head_after(records[i]);
  }
}

}  // namespace

TEST_CASE("a sound log is found sound, with the digest of its end") {
  const VerifyReport report = verify(kept().records, kStream);
  CHECK(report.ok());
  CHECK(report.records == kept().records.size());
  CHECK(report.events == kept().head.seq);
  CHECK(report.head == kept().head);
  CHECK(report.digest == state_digest(kept().state));
  CHECK(report.status == Status::kCompleted);
}

TEST_CASE("a log with a withheld draw verifies as a chain") {
  std::vector<Record> records = kept().records;
  records[1] = withhold(records[1]);
  const VerifyReport report = verify(records, kStream);
  CHECK(report.ok());
  CHECK(report.withheld == 1);
  CHECK(report.head == kept().head);
  CHECK_FALSE(report.digest.has_value());
  CHECK(report.replayed_seq == records[0].count);
}

TEST_CASE("a published head is found, at its end or on the way") {
  const Record& middle = kept().records[9];
  for (const Record& record : {middle, kept().records.back()}) {
    CHECK(verify(kept().records, kStream, {PublishedHead{last_seq(record), record.hash}}).ok());
    CHECK(verify(kept().records, kStream, {PublishedHead{{}, record.hash}}).ok());
  }
  CHECK_FALSE(verify(kept().records, kStream, {PublishedHead{3, middle.hash}}).ok());
}

TEST_CASE("every cut tail is seen against a published head, and told as one") {
  const std::span<const Record> all(kept().records);
  const PublishedHead published{kept().head.seq, kept().head.hash};
  for (std::size_t size = 0; size < all.size(); ++size) {
    const VerifyReport report = verify(all.first(size), kStream, {published});
    REQUIRE(report.fault.has_value());
    REQUIRE(report.fault->what.find("the tail is cut off") == 0);
    REQUIRE_FALSE(verify(all.first(size), kStream, {PublishedHead{{}, published.hash}}).ok());
  }
}

TEST_CASE("a log that was sealed again is sound by itself, and not the published one") {
  std::vector<Record> records = kept().records;
  records[5].actor = actor_id(2);
  reseal(records, 5);
  CHECK(verify(records, kStream).ok());
  const VerifyReport report =
      verify(records, kStream, {PublishedHead{kept().head.seq, kept().head.hash}});
  REQUIRE_FALSE(report.ok());
  CHECK(report.fault->what == "the head published at this seq is another one");
}

TEST_CASE("faults below the chain are found: time, set-up, sums") {
  std::vector<Record> records = kept().records;

  SECTION("time runs backwards") {
    records[6].at = records[5].at + Millis{-1};
    reseal(records, 6);
    const VerifyReport report = verify(records, kStream);
    REQUIRE_FALSE(report.ok());
    CHECK(report.fault->what == "time runs backwards");
    CHECK(report.fault->seq == records[6].seq);
    CHECK(report.head == head_after(records[5]));
  }
  SECTION("the log does not begin with a set-up") {
    records.erase(records.begin());
    reseal(records, 0);
    CHECK(verify(records, kStream).fault->seq == 1);
  }
  SECTION("the set-up is another auction's, sealed into this stream") {
    Setup other = kSetup;
    other.auction = {7, 7};
    const Events events{AuctionCreated{Shared<Setup>(other)}};
    const Record first = seal(genesis(kStream), events, Instant{0}, kHostActor, {});
    CHECK_FALSE(verify({&first, 1}, kStream).ok());
  }
  SECTION("the events do not add up") {
    Events events;
    std::size_t sale = 0;
    for (std::size_t i = 0; i < records.size(); ++i) {
      REQUIRE(decode_body(records[i], events));
      if (std::holds_alternative<LotSold>(events.front())) sale = i;
    }
    REQUIRE(decode_body(records[sale], events));
    std::get<LotSold>(events.front()).price = kMaxMoney;  // far beyond the purse
    records[sale].body.clear();
    encode_body(records[sale].body, events);
    reseal(records, sale);
    const VerifyReport report = verify(records, kStream);
    REQUIRE_FALSE(report.ok());
    CHECK(report.fault->seq == records[sale].seq);
    CHECK(report.replayed_seq >= records[sale].seq - 1);
  }
}

TEST_CASE("a log behind the port verifies like its records") {
  MemoryLog log;
  REQUIRE(std::holds_alternative<Appended>(log.append(kStream, 0, kept().records)));
  const auto answer = verify(log, kStream);
  CHECK(std::get<VerifyReport>(answer).digest == state_digest(kept().state));
  CHECK(std::get<VerifyReport>(verify(log, StreamId{1, 1})).records == 0);
}

}  // namespace auction
