// Apply, for seasons: an event moves the season on. It holds no rule and obeys.
//
// An event that cannot belong to this season (a log no engine wrote) fails an AUCTION_CHECK.
#pragma once

#include <span>

#include "libauction/season/event.h"

namespace auction {

void apply(Season& season, const SeasonEvent& event, Instant at);
void apply(Season& season, std::span<const SeasonEvent> events, Instant at);

}  // namespace auction
