// The routes of fixtures, scores and tables.
//
//   GET  /leagues/{id}/fixtures · /fixtures.ics · /standings     GET  /scoring/{id}/leaderboard
//   POST /leagues/{id}/fixtures/import-csv                       POST /scoring/{id}/ingest
//   PATCH /fixtures/{id}/score                                   PUT
//   /leagues/{id}/scoring-overrides POST /leagues/{id}/score/recompute
//
// Rooms hear `fixtures_updated` and `standings_updated` after the commit.
#pragma once

#include "examples/pilot/leagues/league_services.h"

namespace pilot {

Routes season_routes(const LeagueServices& services);

// Keeps the squads of an auction that is over in its league's season; call it once, at the start.
void keep_squads(const LeagueServices& services, std::function<Instant()> clock);

}  // namespace pilot
