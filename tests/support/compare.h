// Whether the engine and the naive auctioneer see the same auction, down to the last number.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "libauction/auction/state.h"
#include "libauction/bid/rejection.h"
#include "tests/naive/auctioneer.h"

namespace auction {

// The first difference in the whole visible state, in a sentence; empty: there is none.
std::string difference(const State& state, const naive::Auctioneer& he);

// The same for one answer: accepted or refused, the reason, the limit told, the time left.
std::string difference(const std::optional<Rejection>& engine, const naive::Answer& he);

// Whether a record of the engine promises what the naive auctioneer does: that an unsold lot comes
// again is in the events only.
std::string difference(std::span<const Event> record, const naive::Auctioneer& he);

}  // namespace auction
