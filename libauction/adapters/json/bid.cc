#include "libauction/adapters/json/bid.h"

#include "libauction/adapters/json/bid_internal.h"
#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/reader_internal.h"

namespace auction {
namespace {

void read_lot_id(const JsonPlace& place, BidMessage& message) {
  if (!parse_lot_id(place.text(), message.auction, message.bid.lot)) {
    place.fail_wanted("an auction's UUID, then -lot- and the lot's number");
  }
}

void read_lot(const JsonPlace& place, JsonMembers& each, BidMessage& message) {
  const JsonValue* number = each.find("lotNumber");
  const JsonValue* id = each.find("lotId");
  if ((number != nullptr) == (id != nullptr)) {
    place.fail("must have either the member lotNumber or the member lotId");
  } else if (number != nullptr) {
    read(JsonPlace(place, "lotNumber", *number), message.bid.lot);
  } else {
    read_lot_id(JsonPlace(place, "lotId", *id), message);
  }
}

}  // namespace

absl::StatusOr<BidMessage> read_bid_strict(std::string_view text) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxBidBytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  BidMessage message;
  const JsonPlace place(*value, reading);
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  read_lot(place, each, message);
  each("amount", MayMiss{message.bid.amount, Money{0}});
  each("commandId", message.id);
  each("expectedSeq", MayMiss{message.bid.expected_seq, 0});
  each.finish();
  if (reading.fault) return to_status(*reading.fault);
  return message;
}

absl::StatusOr<BidMessage> bid_from_json(std::string_view text) {
  BidMessage message;
  if (read_bid_fast(text, message)) return message;
  return read_bid_strict(text);
}

}  // namespace auction
