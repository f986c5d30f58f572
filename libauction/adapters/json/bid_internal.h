// The two ways to read a bid, apart, so that tests can hold one against the other.
#pragma once

#include "libauction/adapters/json/bid.h"

namespace auction {

// False: the text is not in the canonical order, or wrong. `out` is then unspecified.
bool read_bid_fast(std::string_view text, BidMessage& out);

absl::StatusOr<BidMessage> read_bid_strict(std::string_view text);

// A lot's id on the wire: "<auction's uuid>-lot-<number>". False for other text.
bool parse_lot_id(std::string_view text, AuctionId& auction, LotNumber& lot);

}  // namespace auction
