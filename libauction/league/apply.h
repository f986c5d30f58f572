// Apply, for leagues: an event moves the league on. It holds no rule and obeys.
//
// An event that cannot belong to this league (a log no engine wrote) fails an AUCTION_CHECK.
#pragma once

#include <span>

#include "libauction/league/event.h"

namespace auction {

void apply(League& league, const LeagueEvent& event, Instant at);
void apply(League& league, std::span<const LeagueEvent> events, Instant at);

}  // namespace auction
