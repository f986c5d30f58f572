#include "libauction/log/record.h"

#include "libauction/log/chain.h"
#include "libauction/log/salt.h"
#include "tests/catch.h"

namespace auction {
namespace {

Record two_events() {
  const Events events{BidPlaced{LotNumber{1}, ManagerSlot{0}, Money{5}},
                      ClockExtended{LotNumber{1}, Instant{99}}};
  return seal(genesis({1, 2}), events, Instant{50}, kHostActor, SeededSalts(1).salt(1));
}

}  // namespace

TEST_CASE("a record's stored form reads back, with or without its content") {
  for (const Record& record : {two_events(), withhold(two_events())}) {
    Bytes bytes;
    put(bytes, record);
    ByteReader in(bytes);
    CHECK(read_record(in) == record);
    CHECK(in.finished());
  }
}

TEST_CASE("every cut of the stored form is an error, never a read past the end") {
  Bytes bytes;
  put(bytes, two_events());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    ByteReader in(ByteView(bytes).first(size));
    (void)read_record(in);
    CHECK_FALSE(in.finished());
  }
}

TEST_CASE("a body holds exactly the events its record counts") {
  const Record record = two_events();
  Events events;
  REQUIRE(decode_body(record, events));
  CHECK(events.size() == 2);
  CHECK(std::get<BidPlaced>(events[0]).amount == Money{5});

  for (const std::uint32_t count : {0u, 1u, 3u, UINT32_MAX}) {
    Record miscounted = record;
    miscounted.count = count;
    CHECK_FALSE(decode_body(miscounted, events));
  }
  Record longer = record;
  longer.body.push_back(0);
  CHECK_FALSE(decode_body(longer, events));
  Record newer = record;
  newer.version = kRecordVersion + 1;
  CHECK_FALSE(decode_body(newer, events));
  CHECK_FALSE(decode_body(withhold(record), events));
}

}  // namespace auction
