// A scored cricket match as rows of a season: its fixture, and the figures of everybody who played.
//
//   setup.figures = cricket_figure_names();
//   decide(season, ImportFixtures{{fixture_row(match, "1254058")}}, ...);
//   decide(season, ImportFigures{score_rows(match, score_of(match), "1254058")}, ...);
//
// Teams are named as the source names them, players by its ids, and by name where it has none. What
// a player did in his side's second innings stands apart, under second_runs, second_balls, ...: a
// book that scores by innings (Tests) sees a duck and a hundred in one match, any other book the
// sum.
#pragma once

#include "libauction/scoring/cricket_score.h"
#include "libauction/season/command.h"

namespace auction {

// Without goals, which cricket has none of; the figures are its result. The start is midnight UTC
// of the first day, all that sources of this kind tell.
FixtureRow fixture_row(const CricketMatch& match, const std::string& id);

std::vector<ScoreRow> score_rows(const CricketMatch& match, const CricketScore& score,
                                 const std::string& id);

// kCricketStats, then those of a second innings; in_xi is told once.
std::vector<std::string> cricket_figure_names();

}  // namespace auction
