// The fast path against the strict reader, and the writers of the hot messages.
#include <nlohmann/json.hpp>

#include "libauction/adapters/json/bid_internal.h"
#include "libauction/adapters/json/json_fault.h"
#include "tests/catch.h"
#include "tests/draw/chance.h"

using namespace auction;

namespace {

const CommandId kCommand{0x0c00000000004000u, 0x8000000000000001u};
const AuctionId kAuction{0xf000000000004000u, 0x800000000000abcdu};

std::string bid_text(Chance& chance) {
  const std::uint64_t lot = static_cast<std::uint64_t>(chance.between(0, UINT32_MAX));
  const std::int64_t amount = chance.between(0, kMaxMoney.units) >> chance.between(0, 52);
  const CommandId id{static_cast<std::uint64_t>(chance.between(0, INT64_MAX - 1)),
                     static_cast<std::uint64_t>(chance.between(0, INT64_MAX - 1))};
  std::string text = chance.one_in(2)
                         ? "{\"lotNumber\":" + std::to_string(lot)
                         : "{\"lotId\":\"" + to_text(id) + "-lot-" + std::to_string(lot) + "\"";
  text += ",\"amount\":" + std::to_string(amount) + ",\"commandId\":\"" + to_text(id) + "\"";
  if (!chance.one_in(3)) text += ",\"expectedSeq\":" + std::to_string(amount / 3);
  return text + "}";
}

// A few bytes changed, put in, taken out or doubled.
std::string mutated(std::string text, Chance& chance) {
  constexpr std::string_view kBytes = "0123456789abcdefABCDEF{}[]\":,- .eE\\u+\n\xff";
  for (std::size_t n = 1 + chance.below(3); n > 0 && !text.empty(); --n) {
    const std::size_t at = chance.below(text.size());
    const char byte = kBytes[chance.below(kBytes.size())];
    switch (chance.below(4)) {
      case 0:
        text[at] = byte;
        break;
      case 1:
        text.insert(at, 1, byte);
        break;
      case 2:
        text.erase(at, 1 + chance.below(4));
        break;
      default:
        text.insert(at, text.substr(at, 1 + chance.below(12)));
    }
  }
  return text;
}

// What the fast path accepts the strict reader accepts, with the same value.
bool agree(const std::string& text) {
  BidMessage fast;
  if (!read_bid_fast(text, fast)) return true;
  const auto strict = read_bid_strict(text);
  return strict.ok() && *strict == fast;
}

}  // namespace

TEST_CASE("a bid is read by the fast path in both its forms") {
  BidMessage bid;
  REQUIRE(read_bid_fast(R"({"lotNumber":8,"amount":13000000,)"
                        R"("commandId":"0c000000-0000-4000-8000-000000000001","expectedSeq":141})",
                        bid));
  CHECK(bid == BidMessage{{{8}, {13'000'000}, 141}, kCommand, {}});
  REQUIRE(read_bid_fast(R"({"lotId":"f0000000-0000-4000-8000-00000000abcd-lot-8","amount":5,)"
                        R"("commandId":"0c000000-0000-4000-8000-000000000001"})",
                        bid));
  CHECK(bid == BidMessage{{{8}, {5}, 0}, kCommand, kAuction});
}

TEST_CASE("whatever else says the same is read by the strict reader") {
  const BidMessage wanted{{{8}, {13}, 141}, kCommand, {}};
  const std::string id = "\"0c000000-0000-4000-8000-000000000001\"";
  for (const std::string& text :
       {"{\"amount\":13,\"lotNumber\":8,\"expectedSeq\":141,\"commandId\":" + id + "}",
        "{ \"lotNumber\" : 8 , \"amount\":13,\"commandId\":" + id + ",\"expectedSeq\":141 }\n",
        "{\"lotN\\u0075mber\":8,\"amount\":13,\"commandId\":" + id + ",\"expectedSeq\":141}"}) {
    CAPTURE(text);
    BidMessage fast;
    CHECK_FALSE(read_bid_fast(text, fast));
    const auto read = bid_from_json(text);
    REQUIRE(read.ok());
    CHECK(*read == wanted);
  }
  const auto bare = bid_from_json("{\"lotNumber\":8,\"amount\":null,\"commandId\":" + id +
                                  ",\"expectedSeq\":null}");
  REQUIRE(bare.ok());
  CHECK(*bare == BidMessage{{{8}, {0}, 0}, kCommand, {}});
}

TEST_CASE("fast path and strict reader agree on random bids") {
  Chance chance(1);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = bid_text(chance);
    CAPTURE(text);
    BidMessage fast;
    REQUIRE(read_bid_fast(text, fast));
    REQUIRE(agree(text));
  }
}

TEST_CASE("fast path and strict reader agree on damaged bids") {
  Chance chance(2);
  int still_fast = 0;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = mutated(bid_text(chance), chance);
    CAPTURE(text);
    REQUIRE(agree(text));
    BidMessage fast;
    still_fast += read_bid_fast(text, fast) ? 1 : 0;
  }
  CHECK(still_fast > 1'000);  // damage that leaves a bid happens, so the agreement says something
}

TEST_CASE("fast path and strict reader agree on every prefix and every changed byte") {
  Chance chance(4);
  const std::string text = bid_text(chance);
  for (std::size_t i = 0; i <= text.size(); ++i) REQUIRE(agree(text.substr(0, i)));
  for (std::size_t i = 0; i < text.size(); ++i) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string other = text;
      other[i] = static_cast<char>(byte);
      CAPTURE(other);
      REQUIRE(agree(other));
    }
  }
}

TEST_CASE("receipts look like this") {
  JsonBuffer buffer;
  BidReceipt receipt;
  receipt.id = kCommand;
  receipt.lot = {8};
  receipt.amount = receipt.current_bid = {13'000'000};
  receipt.seq = 142;
  receipt.leader = {1};
  receipt.next_bid = {13'100'000};
  receipt.remaining = {9'980};
  CHECK(to_json(receipt, buffer) ==
        R"({"ok":true,"accepted":true,"commandId":"0c000000-0000-4000-8000-000000000001",)"
        R"("lotNumber":8,"amount":13000000,"seq":142,"reason":null,"limit":null,)"
        R"("currentBid":13000000,"leader":1,"nextBid":13100000,"remainingMs":9980,)"
        R"("replayed":false})");
  receipt.auction = kAuction;
  receipt.amount = {12'000'000};
  receipt.reason = Reason::kTooLow;
  receipt.limit = 13'100'000;
  receipt.replayed = true;
  CHECK(to_json(receipt, buffer) ==
        R"({"ok":true,"accepted":false,"commandId":"0c000000-0000-4000-8000-000000000001",)"
        R"("lotId":"f0000000-0000-4000-8000-00000000abcd-lot-8","amount":12000000,"seq":142,)"
        R"("reason":"too_low","limit":13100000,"currentBid":13000000,"leader":1,)"
        R"("nextBid":13100000,"remainingMs":9980,"replayed":true})");
  CHECK(to_json(Rejection{Reason::kTooLow, 13'100'000, 142, {9'100}}, buffer) ==
        R"({"reason":"too_low","limit":13100000,"seq":142,"remainingMs":9100})");
  CHECK(to_json(Rejection{}, buffer) ==
        R"({"reason":"not_allowed","limit":null,"seq":0,"remainingMs":0})");
}

TEST_CASE("the longest receipt fits the buffer") {
  BidReceipt receipt;
  receipt.id = {UINT64_MAX, UINT64_MAX};
  receipt.auction = {UINT64_MAX, UINT64_MAX};
  receipt.lot = {UINT32_MAX};
  receipt.amount = receipt.current_bid = receipt.next_bid = {INT64_MIN};
  receipt.seq = UINT64_MAX;
  receipt.reason = Reason::kAuctionNotRunning;
  receipt.limit = INT64_MIN;
  receipt.leader = {254};
  receipt.remaining = {INT64_MIN};
  JsonBuffer buffer;
  const std::string_view text = to_json(receipt, buffer);
  CHECK(text.size() < buffer.size() - 64);
  CHECK(nlohmann::json::parse(text)["reason"] == "auction_not_running");
}
