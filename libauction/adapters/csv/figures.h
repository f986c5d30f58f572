// Figures of players from CSV files, a row a player and match, in the order a rule book lists them.
//
//   fixture,element,position,minutes,goals_scored,...   FPL: columns named as the book's figures
//   matchId,playerExternalId,runs,wickets,catches,stumpings,runOuts    the pilot's cricket scores
//
// Headers stand in any order; columns the book does not score are passed over; an empty cell is 0,
// for what does not concern a player is left empty in these files. All or none: every bad cell is
// told with its line and column.
//
//   auto rows = fpl_figures_from_csv(text, *rule_book("fpl-2024-25"));
//   for (const FigureRow& row : *rows) points(book, row_of(row));
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/csv/csv_fault.h"
#include "libauction/scoring/figure_row.h"
#include "libauction/scoring/football.h"

namespace auction {

// A player twice in one fixture is a fault.
absl::StatusOr<std::vector<FigureRow>> fpl_figures_from_csv(std::string_view text,
                                                            const RuleBook& book);

// The five columns are needed; balls, fours, sixes, ... may be added under the names of the book's
// figures, written like runOuts. A player twice in one match: the later row replaces the earlier.
absl::StatusOr<std::vector<FigureRow>> cricket_figures_from_csv(std::string_view text,
                                                                const RuleBook& book);

// The rows as far as they can be read; what cannot be read is 0 in them and told in `faults`.
std::vector<FigureRow> read_cricket_figures(std::string_view text, const RuleBook& book,
                                            std::vector<CsvFault>& faults);

// One player of an FPL fixture with what decides the bonus, and the bonus given if the file has it.
struct BonusRow {
  std::string fixture;
  std::string element;
  BonusLine line;
  std::int32_t given = 0;
};

absl::StatusOr<std::vector<BonusRow>> fpl_bonus_from_csv(std::string_view text);

}  // namespace auction
