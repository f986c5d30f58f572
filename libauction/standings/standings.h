// Standings: managers in order, from rosters times points.
//
// An asset's points are the manager's who owned it when the match began, whoever owns it now. Every
// member is in the table from the moment of joining. Points first, then a chain of sums of figures
// that is data; who is level in all of them shares the rank and stands by label.
//
//   Standings table = standings_of(season, book, tie_breaks_of(book.sport));
//   table.rows[0].manager, points_text(table.rows[0].hundredths, 100)
//
// This is the recomputation from nothing. `Tally` (tally.h) keeps the same numbers event by event,
// `PointsSheet` (points_sheet.h) answers for many leagues over one set of matches.
#pragma once

#include "libauction/standings/season_points.h"

namespace auction {

using TieBreaks = std::vector<std::string>;  // names of the book's figures, the weightiest first

// Football: goals, wins. Cricket: runs, wickets, catches, stumpings, run-outs. Other sports: none,
// a host names its own.
TieBreaks tie_breaks_of(Sport sport);

// What one asset did for one manager.
struct Earned {
  AssetSlot asset;
  std::int64_t hundredths = 0;
  std::uint32_t matches = 0;

  bool operator==(const Earned&) const = default;
};

struct ManagerRow {
  ManagerSlot manager;
  std::uint32_t rank = 1;
  std::int64_t hundredths = 0;  // points, less what was deducted
  std::int64_t deducted = 0;    // in hundredths
  std::vector<std::int64_t> tie_breaks;
  std::vector<Earned> earned;  // by asset; those owned now too, with nothing earned yet

  bool operator==(const ManagerRow&) const = default;
};

struct Standings {
  std::vector<ManagerRow> rows;  // the first first

  bool operator==(const Standings&) const = default;
};

Standings standings_of(const Season& season, const RuleBook& book, const TieBreaks& tie_breaks);

// The slots of the named figures in a book; a name the book does not have counts 0 for all.
std::vector<std::optional<StatSlot>> tie_break_slots(const RuleBook& book,
                                                     const TieBreaks& tie_breaks);

// Sorts, ranks, and writes the deductions in. `rows` is one a member, in their order.
Standings ranked(const std::vector<Member>& members, const std::vector<Deduction>& deductions,
                 std::vector<ManagerRow> rows);

// What every asset earned, whoever owned it; the best first, equals in the order of their slots.
struct LeaderRow {
  AssetSlot asset;
  std::int64_t hundredths = 0;

  bool operator==(const LeaderRow&) const = default;
};
std::vector<LeaderRow> leaderboard_of(const Season& season, const RuleBook& book);

// A book's units in hundredths of a point.
constexpr std::int64_t hundredths_a_unit(const RuleBook& book) { return 100 / book.scale; }

}  // namespace auction
