#include "libauction/adapters/json/record.h"

#include "libauction/adapters/json/iso_time.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/log/book.h"
#include "libauction/log/memory_log.h"
#include "libauction/replay/verify.h"
#include "tests/auction/table.h"
#include "tests/catch.h"
#include "tests/draw/chance.h"

using namespace auction;

namespace {

const ActorId kHost7{0x5b0c000000004000u, 0x8000000000000007u};
constexpr Instant kThen{1'760'640'021'120};

Record record_of(const Events& events) {
  Salt salt;
  salt.bytes.fill(0x5e);
  return seal(genesis(StreamId{1, 1}), events, kThen, kHost7, salt);
}

Record two_events() {
  return record_of({BidPlaced{{8}, {1}, {12'000'000}}, ClockExtended{{8}, {1'760'640'030'000}}});
}

// A small auction as a host keeps it.
std::vector<Record> played() {
  MemoryLog log;
  SeededSalts salts(7);
  Setup setup = table_setup(*preset("pilot-football"));
  Book book(log, salts, stream_of(setup.auction));
  Instant now = kThen;
  const auto host = [&](const Command& c) { REQUIRE(book.act_as_host(c, now).index() == 0); };
  host(Create{Shared<Setup>(setup)});
  host(DrawOrder{kSeed});
  REQUIRE(book.act(Open{}, setup.commissioners[0], now).index() == 0);
  for (int i = 0; i < 400 && book.state().status != Status::kCompleted; ++i) {
    now = now + Millis{2'500};
    const ActorId who{3, 1 + static_cast<std::uint64_t>(i % 3)};
    if (book.state().open.empty()) {
      (void)book.settle(now);
    } else {
      const OpenLot& lot = book.state().open.front();
      (void)book.act(PlaceBid{lot.number, lot.bid_count < 4 ? lot.next_bid : Money{}, 0}, who, now);
    }
  }
  const auto records = log.records(book.stream());
  return {records.begin(), records.end()};
}

std::string lines_of(const std::vector<Record>& records) {
  std::string text;
  for (const Record& record : records) text += to_json(record) + "\n";
  return text;
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  const std::size_t at = text.find(what);
  REQUIRE(at != std::string::npos);
  return text.replace(at, what.size(), with);
}

void refuses(const std::string& line, const std::string& pointer, const std::string& says) {
  CAPTURE(line);
  const auto read = record_from_json(line);
  REQUIRE_FALSE(read.ok());
  const auto fault = json_fault(read.status());
  REQUIRE(fault.has_value());
  CHECK(fault->pointer == pointer);
  CHECK_THAT(fault->message, Catch::Matchers::Contains(says));
}

}  // namespace

TEST_CASE("a record is one line that says everything") {
  const Record record = two_events();
  const std::string line = to_json(record);
  CHECK_THAT(line,
             Catch::Matchers::StartsWith(
                 R"({"seq":1,"count":2,"at":"2025-10-16T18:40:21.120Z",)"
                 R"("actor":"5b0c0000-0000-4000-8000-000000000007","version":1,)"
                 R"("events":[{"type":"BidPlaced","lotNumber":8,"manager":1,"amount":12000000},)"
                 R"({"type":"ClockExtended","lotNumber":8,"endsAt":1760640030000}],"body":")"));
  CHECK_THAT(line, Catch::Matchers::Contains(
                       R"("salt":"5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e5e","withheldUntil":null,)"));
  CHECK(line.find('\n') == std::string::npos);
  const auto read = record_from_json(line);
  REQUIRE(read.ok());
  CHECK(*read == record);
}

TEST_CASE("a withheld record says until when, and nothing else of what it holds") {
  const Record record = withhold(two_events());
  const std::string line = to_json(record);
  CHECK_THAT(line, Catch::Matchers::Contains(
                       R"("events":null,"body":null,"salt":null,"withheldUntil":"completed",)"));
  const auto read = record_from_json(line);
  REQUIRE(read.ok());
  CHECK(*read == record);
}

TEST_CASE("a whole auction goes through lines and still verifies") {
  const std::vector<Record> records = played();
  REQUIRE(records.size() > 20);
  const auto read = records_from_lines(lines_of(records));
  INFO(read.status());
  REQUIRE(read.ok());
  CHECK(*read == records);
  const VerifyReport report = verify(*read, StreamId{1, 1});
  CHECK(report.ok());
  CHECK(report.status == Status::kCompleted);
}

TEST_CASE("events that are not those of the body are found") {
  const std::string line = to_json(two_events());
  refuses(replaced(line, "12000000", "13000000"), "/events/0/amount",
          "must be 12000000 as in the body, not 13000000");
  refuses(replaced(line, "\"manager\":1", "\"manager\":null"), "/events/0/manager",
          "must be 1 as in the body, not null");
  refuses(replaced(line, ",\"amount\":12000000", ""), "/events/0", "lacks a member");
  refuses(replaced(line, "\"amount\"", "\"x\":0,\"amount\""), "/events/0/x", "is not in the body");
  refuses(replaced(line, "ClockExtended", "LotExtended"), "/events/1/type", "as in the body");
  refuses(replaced(line, R"(,{"type":"ClockExtended","lotNumber":8,"endsAt":1760640030000})", ""),
          "/events", "must be a list as in the body");
  refuses(replaced(line, "\"count\":2", "\"count\":3"), "/events",
          "the body is not 3 whole events");
  refuses(replaced(line, "\"version\":1", "\"version\":2"), "/events", "of version 1");
}

TEST_CASE("events may have their members in any order") {
  const std::string line = to_json(two_events());
  CHECK(record_from_json(replaced(line, R"("manager":1,"amount":12000000)",
                                  R"("amount":12000000 , "manager":1)"))
            .ok());
}

TEST_CASE("a line that is wrong is refused where it is wrong") {
  const Record record = two_events();
  const std::string line = to_json(record);
  const std::string body = line.substr(line.find("\"body\":\"") + 8, 4);
  refuses(replaced(line, "2025-10-16T18", "2025-10-16 18"), "/at", "like 2025-10-16T18:40:21.120Z");
  refuses(replaced(line, ".120Z", "Z"), "/at", "must be a time");
  refuses(replaced(line, "\"body\":\"" + body, "\"body\":\"*" + body), "/body", "bytes in base64");
  refuses(replaced(line, "\"body\":\"" + body, "\"body\":\" " + body), "/body", "bytes in base64");
  refuses(replaced(line, "\"salt\":\"5e", "\"salt\":\"5E"), "/salt", "32 lower-case hexadecimal");
  refuses(replaced(line, "\"salt\":\"5e", "\"salt\":\""), "/salt", "32 lower-case hexadecimal");
  refuses(replaced(line, "\"hash\":\"", "\"hash\":\"0"), "/hash", "64 lower-case hexadecimal");
  refuses(replaced(line, "\"withheldUntil\":null", "\"withheldUntil\":\"completed\""), "",
          "no events, body and salt where withheldUntil");
  refuses(replaced(line, "\"seq\":1,", ""), "", "must have the member seq");
  refuses(replaced(line, "\"seq\":1,", "\"seq\":1,\"stream\":1,"), "/stream", "is unknown here");
  refuses(replaced(line, "\"actor\":\"5b", "\"actor\":\"5B"), "/actor", "UUID");
}

TEST_CASE("a file tells the line that is wrong") {
  const std::string line = to_json(two_events());
  CHECK(records_from_lines("").ok());
  CHECK(records_from_lines(line)->size() == 1);
  CHECK(records_from_lines(line + "\n" + line + "\n")->size() == 2);
  CHECK(records_from_lines(line + "\r\n" + line + "\r\n")->size() == 2);
  const auto read = records_from_lines(line + "\n" + replaced(line, "12000000", "1"));
  CHECK_THAT(std::string(read.status().message()),
             Catch::Matchers::StartsWith("line 2: /events/0/amount: must be 12000000"));
  CHECK_FALSE(records_from_lines(line + "\n\n" + line).ok());
}

TEST_CASE("times have one text each, in every year") {
  const std::pair<std::int64_t, const char*> rows[] = {
      {0, "1970-01-01T00:00:00.000Z"},
      {-1, "1969-12-31T23:59:59.999Z"},
      {1'760'640'021'120, "2025-10-16T18:40:21.120Z"},
      {951'782'400'000, "2000-02-29T00:00:00.000Z"},
      {-62'167'219'200'000, "0000-01-01T00:00:00.000Z"},
      {-62'167'219'200'001, "-000001-12-31T23:59:59.999Z"},
      {253'402'300'799'999, "9999-12-31T23:59:59.999Z"},
      {253'402'300'800'000, "+010000-01-01T00:00:00.000Z"},
      {INT64_MAX, "+292278994-08-17T07:12:55.807Z"},
      {INT64_MIN, "-292275055-05-16T16:47:04.192Z"},
  };
  for (const auto& [ms, text] : rows) {
    CHECK(iso_time({ms}) == text);
    CHECK(parse_iso_time(text) == Instant{ms});
  }
  Chance chance(9);
  for (int i = 0; i < 20'000; ++i) {
    const Instant at{chance.between(-INT64_MAX / 2, INT64_MAX / 2) >> chance.between(0, 40)};
    REQUIRE(parse_iso_time(iso_time(at)) == at);
  }
}

TEST_CASE("other texts are no times") {
  for (const char* text : {"",
                           "Z",
                           "-",
                           "2025",
                           "2025-10-16",
                           "2025-10-16T18:40:21Z",
                           "2025-10-16T18:40:21.12Z",
                           "2025-10-16t18:40:21.120z",
                           "2025-10-16T18:40:21.120+00:00",
                           "2025-13-16T18:40:21.120Z",
                           "2025-00-16T18:40:21.120Z",
                           "2025-02-29T18:40:21.120Z",
                           "2025-10-16T24:00:00.000Z",
                           "2025-10-16T18:60:21.120Z",
                           "2025-10-16T18:40:60.120Z",
                           "+002025-10-16T18:40:21.120Z",
                           "-000000-10-16T18:40:21.120Z",
                           "25-10-16T18:40:21.120Z",
                           "2025-1-16T18:40:21.120Z ",
                           " 2025-10-16T18:40:21.120Z",
                           "2025-10-16T18:40:21.120ZZ",
                           "+292278994-08-17T07:12:55.808Z",
                           "99999999999-01-01T00:00:00.000Z",
                           "2025-10-16T-1:40:21.120Z"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso_time(text).has_value());
  }
}
