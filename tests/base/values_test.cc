#include <map>
#include <memory>
#include <set>

#include "libauction/base/bytes.h"
#include "libauction/base/hex.h"
#include "libauction/base/random.h"
#include "libauction/base/shared.h"
#include "tests/catch.h"

using namespace auction;

namespace {

// Checks throw while one of these is alive.
struct ThrowingChecks {
  CheckHandler before = set_check_handler(throw_check_failure);
  ~ThrowingChecks() { set_check_handler(before); }
};

}  // namespace

TEST_CASE("an id reads and writes itself as a lower-case UUID, and nothing else") {
  const std::string text = "5b0c0000-1234-4000-8000-00000000beef";
  REQUIRE(parse_id<ManagerTag>(text));
  CHECK(to_text(*parse_id<ManagerTag>(text)) == text);
  for (const char* wrong :
       {"", "5b0c0000-1234-4000-8000-00000000bee", "5B0C0000-1234-4000-8000-00000000BEEF",
        "5b0c00001-234-4000-8000-00000000beef", "5b0c0000-1234-4000-8000-00000000beeg",
        "5b0c0000-1234-4000-8000-00000000beef "}) {
    CHECK_FALSE(parse_id<ManagerTag>(wrong));
  }
}

TEST_CASE("money and time that overflow are a defect, never a wrap") {
  const ThrowingChecks checks;
  const Money most{INT64_MAX};
  CHECK_THROWS_AS(most + Money{1}, CheckFailure);
  CHECK_THROWS_AS(Money{INT64_MIN} - Money{1}, CheckFailure);
  CHECK_THROWS_AS(most * 2, CheckFailure);
  CHECK_THROWS_AS(kNever + Millis{1}, CheckFailure);
  CHECK_THROWS_AS(Instant{INT64_MIN} - Instant{1}, CheckFailure);
  CHECK((kMaxMoney + Money{1}).units == std::int64_t{1} << 53);
}

TEST_CASE("bytes are little-endian and read back") {
  Bytes out;
  put_u8(out, 1);
  put_u16(out, 0x0203);
  put_u32(out, 0x04050607);
  put_i64(out, -2);
  put_text(out, "cr");
  put(out, ManagerId{0x0102030405060708u, 0x090a0b0c0d0e0f10u});
  CHECK(to_hex(out) ==
        "010302"
        "07060504"
        "feffffffffffffff"
        "020000006372"
        "0102030405060708090a0b0c0d0e0f10");
  ByteReader in(out);
  CHECK(in.u8() == 1);
  CHECK(in.u16() == 0x0203);
  CHECK(in.u32() == 0x04050607);
  CHECK(in.i64() == -2);
  CHECK(in.text() == "cr");
  CHECK(in.id<ManagerTag>() == ManagerId{0x0102030405060708u, 0x090a0b0c0d0e0f10u});
  CHECK(in.finished());
}

TEST_CASE("a reader never reads past its end") {
  const Bytes short_text{9, 0, 0, 0, 'a'};
  ByteReader in(short_text);
  CHECK(in.text().empty());
  CHECK_FALSE(in.ok());
  CHECK(in.u64() == 0);
  const Bytes many{0xff, 0xff, 0xff, 0xff};
  ByteReader counted(many);
  CHECK(counted.count(1) == 0);
  CHECK_FALSE(counted.ok());
  const Bytes two{2};
  ByteReader flag(two);
  CHECK_FALSE(flag.boolean());
  CHECK(!flag.ok());
}

TEST_CASE("hexadecimal text reads back, and odd or strange text does not") {
  Bytes bytes;
  CHECK(parse_hex("00ff7a", bytes));
  CHECK(to_hex(bytes) == "00ff7a");
  CHECK_FALSE(parse_hex("0", bytes));
  CHECK_FALSE(parse_hex("0F", bytes));
}

// Reference values of SplitMix64 with seed 1234567, as published with the generator.
TEST_CASE("chance is the published SplitMix64") {
  SplitMix64 chance(1234567);
  CHECK(chance.next() == 6457827717110365317u);
  CHECK(chance.next() == 3203168211198807973u);
  CHECK(chance.next() == 9817491932198370423u);
}

TEST_CASE("a draw below a bound stays below it and reaches every value") {
  SplitMix64 chance(7);
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 1'000; ++i) seen.insert(chance.below(7));
  CHECK(seen.size() == 7);
  CHECK(*seen.rbegin() == 6);
}

TEST_CASE("a shuffle keeps every item, and every order of three comes up about as often") {
  std::map<std::vector<int>, int> orders;
  SplitMix64 chance(11);
  for (int i = 0; i < 6'000; ++i) {
    std::vector<int> items{1, 2, 3};
    shuffle(std::span<int>(items), chance);
    ++orders[items];
  }
  CHECK(orders.size() == 6);
  for (const auto& [order, count] : orders) CHECK((count > 850 && count < 1'150));
}

TEST_CASE("shared values compare by content and outlive each other") {
  auto first = std::make_unique<Shared<std::string>>(std::string("Arsenal"));
  const Shared<std::string> copy = *first;
  CHECK(copy == Shared<std::string>(std::string("Arsenal")));
  first.reset();
  CHECK(*copy == "Arsenal");
  CHECK_FALSE(copy == Shared<std::string>());
}
