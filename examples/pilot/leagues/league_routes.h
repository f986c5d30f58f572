// The routes of leagues: creating, reading and changing one, its members, and what it chooses.
//
//   POST, GET /leagues · GET, PATCH, DELETE /leagues/{id}         GET /me/competitions
//   POST /leagues/join · /leagues/{id}/join                       GET /leagues/{id}/members ...
//
// Rooms hear what was changed from the listener that `tell_rooms` sets up.
#pragma once

#include "examples/pilot/leagues/league_services.h"

namespace pilot {

Routes league_routes(const LeagueServices& services);  // all of them

// Its three parts.
Routes league_setting_routes(const LeagueServices& services);
Routes member_routes(const LeagueServices& services);
Routes league_reading_routes(const LeagueServices& services);

// From now on every league's room hears of members, roles, settings and choices.
void tell_rooms(const LeagueServices& services);

}  // namespace pilot
