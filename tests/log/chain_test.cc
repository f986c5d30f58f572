#include "libauction/log/chain.h"

#include "libauction/base/hex.h"
#include "libauction/log/salt.h"
#include "tests/catch.h"

namespace auction {
namespace {

const Event kBid = BidPlaced{LotNumber{8}, ManagerSlot{1}, Money{230}};
constexpr ActorId kActor{0x5b0c000000004000, 0x8000000000000001};

Record sealed_bid(const Head& head) {
  SeededSalts salts(7);
  return seal(head, {&kBid, 1}, Instant{1'760'640'012'345}, kActor, salts.salt(head.seq + 1));
}

Digest sha256_of_hex(const std::string& hex) {
  Bytes bytes;
  REQUIRE(parse_hex(hex, bytes));
  return sha256(bytes);
}

}  // namespace

TEST_CASE("the first prev is the hash of the stream's name") {
  const Head head = genesis({0x0102030405060708, 0x090a0b0c0d0e0f10});
  const std::string name = "6c696261756374696f6e2073747265616d";  // "libauction stream"
  CHECK(head.seq == 0);
  CHECK(head.hash == sha256_of_hex(name + "0102030405060708090a0b0c0d0e0f10"));
  CHECK(genesis({1, 2}) != genesis({1, 3}));
}

TEST_CASE("a record's hashes are what the page says, to the byte") {
  const Head head{141, sha256({})};
  const Record record = sealed_bid(head);
  CHECK(record.seq == 142);
  CHECK(record.count == 1);
  CHECK(record.body_hash == sha256_of_hex(to_hex(record.salt.bytes) + to_hex(record.body)));
  const std::string header =
      "8e00000000000000"                  // seq 142
      "01000000"                          // count
      "399052ee99010000"                  // at 1760640012345 ms
      "5b0c0000000040008000000000000001"  // actor
      "0100";                             // version
  CHECK(record.hash ==
        sha256_of_hex(to_hex(head.hash.bytes) + header + to_hex(record.body_hash.bytes)));
}

TEST_CASE("records follow each other, and a withheld one too") {
  const Head head = genesis({1, 2});
  const Record first = sealed_bid(head);
  const Record second = sealed_bid(head_after(first));
  CHECK(check_link(head, first) == LinkFault::kNone);
  CHECK(check_link(head_after(first), second) == LinkFault::kNone);
  const Record shown = withhold(first);
  CHECK(is_withheld(shown));
  CHECK(shown.salt == Salt{});
  CHECK(check_link(head, shown) == LinkFault::kNone);
  CHECK(head_after(shown) == head_after(first));
}

TEST_CASE("each kind of break has its own word") {
  const Head head = genesis({1, 2});
  const Record first = sealed_bid(head);
  const Record second = sealed_bid(head_after(first));
  CHECK(check_link(head, second) == LinkFault::kSeq);
  CHECK(check_link(genesis({1, 3}), first) == LinkFault::kPrev);

  Record later_made = first;
  later_made.at = first.at + Millis{1};
  CHECK(check_link(head, later_made) == LinkFault::kHash);

  Record edited = first;
  edited.body.back() ^= 1;
  CHECK(check_link(head, edited) == LinkFault::kBodyHash);

  Record emptied = first;
  emptied.count = 0;
  CHECK(check_link(head, emptied) == LinkFault::kSeq);
  Record endless = first;
  endless.seq = UINT64_MAX;
  endless.count = UINT32_MAX;
  CHECK(check_link({UINT64_MAX - 1, head.hash}, endless) == LinkFault::kSeq);
}

TEST_CASE("seeded salts are the page's, and differ from record to record") {
  SeededSalts salts(7);
  const Digest expected = sha256_of_hex(
      "0700000000000000"
      "8e00000000000000");
  CHECK(to_hex(salts.salt(142).bytes) == to_hex(expected.bytes).substr(0, 32));
  CHECK(salts.salt(1) != salts.salt(2));
  CHECK(SeededSalts(8).salt(1) != salts.salt(1));
}

}  // namespace auction
