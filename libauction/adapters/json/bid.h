// The hot messages: a bid coming in, its receipt and its events going out.
//
//   {"lotNumber":8,"amount":13000000,"commandId":"<uuid>","expectedSeq":141}
//   {"lotId":"<auction's uuid>-lot-8","amount":13000000,"commandId":"<uuid>"}
//
// A bid with its members in this order and no blanks, as our clients write it, is read by a fast
// path; every other text goes to the strict reader, which has the last word on what is refused. The
// fast path accepts a part of what the strict reader accepts, with the same values.
//
//   absl::StatusOr<BidMessage> bid = bid_from_json(text);
//   JsonBuffer buffer;
//   send(to_json(receipt, buffer));   // nothing is allocated
#pragma once

#include <absl/status/statusor.h>

#include <array>
#include <optional>
#include <string_view>

#include "libauction/auction/command.h"
#include "libauction/bid/rejection.h"

namespace auction {

inline constexpr std::size_t kMaxBidBytes = 2 * 1024;

struct BidMessage {
  PlaceBid bid;
  CommandId id;
  AuctionId auction;  // named by lotId; nil with lotNumber

  friend bool operator==(const BidMessage& a, const BidMessage& b) {
    return a.bid.lot == b.bid.lot && a.bid.amount == b.bid.amount &&
           a.bid.expected_seq == b.bid.expected_seq && a.id == b.id && a.auction == b.auction;
  }
};

absl::StatusOr<BidMessage> bid_from_json(std::string_view text);

// The answer to a bid, accepted or not.
struct BidReceipt {
  CommandId id;
  AuctionId auction;  // nil: the receipt names lotNumber, else lotId
  LotNumber lot;
  Money amount;
  std::uint64_t seq = 0;         // accepted: the bid's own; refused: judged against
  std::optional<Reason> reason;  // nothing: accepted
  std::int64_t limit = 0;        // 0: none
  Money current_bid;             // 0: no bid yet
  ManagerSlot leader = kNoManager;
  Money next_bid;  // 0: the lot is closed
  Millis remaining;
  bool replayed = false;  // the stored answer to an earlier delivery of this command id
};

// Large enough for every hot message.
using JsonBuffer = std::array<char, 512>;

// {"ok":true,"accepted":false,"commandId":"<uuid>","lotNumber":8,"amount":12000000,"seq":142,
//  "reason":"too_low","limit":13100000,"currentBid":13000000,"leader":1,"nextBid":13100000,
//  "remainingMs":9100,"replayed":false}
std::string_view to_json(const BidReceipt& receipt, JsonBuffer& buffer);

// The same text as to_json(Event).
std::string_view to_json(const BidPlaced& event, JsonBuffer& buffer);
std::string_view to_json(const ClockExtended& event, JsonBuffer& buffer);

// {"reason":"too_low","limit":13100000,"seq":142,"remainingMs":9100}, of any refused command.
std::string_view to_json(const Rejection& rejection, JsonBuffer& buffer);

}  // namespace auction
