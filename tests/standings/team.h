// A team of a table under test, by its place in the list of teams.
#pragma once

#include "libauction/standings/league_table.h"

namespace auction {

constexpr TeamSlot team(std::uint16_t n) { return {n}; }

}  // namespace auction
