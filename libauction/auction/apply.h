// Apply: an event moves the state on. It holds no rule and no dice, and obeys.
//
// An event that cannot belong to this state (a log no engine wrote) fails an AUCTION_CHECK.
#pragma once

#include <span>

#include "libauction/auction/state.h"

namespace auction {

void apply(State& state, const Event& event, Instant at);
void apply(State& state, std::span<const Event> events, Instant at);

}  // namespace auction
