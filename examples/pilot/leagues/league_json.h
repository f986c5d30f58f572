// What is told of a league: itself, its managers, its summary and where it stands
// among somebody's competitions.
//
// Managers' purses and squads are the auction's once there is one; who has a seat and is not in it
// (joined later) has a whole purse.
#pragma once

#include "examples/pilot/leagues/league_services.h"

namespace pilot {

Json league_json(const LeagueServices& services, const Entrance& entered, Instant now);
Json commissioner_json(const Scene& scene);

// One line a seat, in the order of joining; then who left and is still in the auction.
Json managers_json(const LeagueServices& services, const League& league, Instant now);
Json manager_json(const LeagueServices& services, const Entrance& entered, Instant now);

Json summary_json(const LeagueServices& services, const Entrance& entered, Instant now);
Json competition_json(const LeagueServices& services, const Entrance& entered, Instant now);

// When something last happened in the league, its auction or its season.
Instant last_activity(const LeagueServices& services, const League& league, Instant now);

// The state of the auction that is shown with the league; null: none.
const State* auction_state(const LeagueServices& services, const League& league, Instant now);

}  // namespace pilot
