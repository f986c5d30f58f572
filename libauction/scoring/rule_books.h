// The rule books that come with the library, by id.
//
//   pilot-football-clubs      3 for a win, 1 for a draw, 1 for each goal
//   fpl-2016-17 ... fpl-2026-27   Fantasy Premier League, season by season
//   football-players          a plain player book to start an own league from
//   pilot-cricket             1/25/10/15/10 and milestones; pilot-cricket-2025-10-25: 1/20/10/25/20
//   dream11-t20-2020, -2021, -2026, dream11-odi-2026, dream11-test-2020
//
// A book never changes under its id; a season with other numbers has another id.
//
//   if (std::optional<RuleBook> book = rule_book("fpl-2024-25")) ...
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "libauction/scoring/rule_book.h"

namespace auction {

std::span<const std::string_view> rule_book_ids();
std::optional<RuleBook> rule_book(std::string_view id);

}  // namespace auction
