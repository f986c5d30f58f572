// What the official Fantasy Premier League API answers: its players, and their figures.
//
//   auto players = players_from_fpl(bootstrap_static);
//   auto rows = figures_from_fpl(event_live, *players, *rule_book("fpl-2025-26"));
//   for (const FigureRow& row : *rows) points(book, row_of(row));
//
// bootstrap-static tells who is a goalkeeper; event/N/live has everybody's figures of one gameweek,
// element-summary/N one player's, fixture by fixture. Rows bear the API's own numbers: match is the
// fixture, player the element. Every figure of the book must be there under its name; members that
// the book does not score are passed over, so are ones that a later season may add.
//
// A gameweek's figures are one sum. Of a player with two fixtures in it no fixture's figures are
// known (three saves are a point, two and one are none), so such a file is refused and names him:
// element-summary tells his matches apart. Who has no fixture has no row.
//
// A refusal is InvalidArgument with the JSON pointer: "/elements/3/stats/minutes: must be -10000 to
// 30000, not 9.5".
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/scoring/figure_row.h"

namespace auction {

struct FplPlayer {
  std::string element;   // "328", each once
  std::string name;      // as the site shows it
  std::string team;      // the team's number
  std::string position;  // GK, DEF, MID, FWD or AM
};

absl::StatusOr<std::vector<FplPlayer>> players_from_fpl(std::string_view bootstrap_static);

// An event/N/live or an element-summary/N; a player twice in one fixture is refused.
absl::StatusOr<std::vector<FigureRow>> figures_from_fpl(std::string_view json,
                                                        const std::vector<FplPlayer>& players,
                                                        const RuleBook& book);

}  // namespace auction
