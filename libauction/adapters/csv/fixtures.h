// Fixtures and scores from CSV files, as the pilot's commissioners upload them; and results as
// football-data.co.uk publishes them.
//
//   startsAt,homeAssetExternalId,awayAssetExternalId,venue,round,externalMatchId
//   2025-01-15T19:00:00Z,MCI,LIV,Etihad Stadium,1,match001
//
// Optional: goalsHome, goalsAway (both or none), status. Headers in any order, no other columns.
// The file is read here, and joined to a season by `decide`: what that refuses comes back as faults
// of the same kind, by line and column.
//
//   auto file = fixtures_from_csv(text);
//   SeasonRefusals no = decide(season, ImportFixtures{file->rows}, context, events);
//   if (!no.empty()) return to_status(faults_of(no, *file));
#pragma once

#include <absl/status/statusor.h>

#include <string_view>
#include <vector>

#include "libauction/adapters/csv/csv_fault.h"
#include "libauction/season/decide.h"

namespace auction {

struct FixtureFile {
  std::vector<FixtureRow> rows;
  std::vector<std::uint32_t> lines;  // where each begins
};

absl::StatusOr<FixtureFile> fixtures_from_csv(std::string_view text);

// The rows as far as they can be read, and beside them whatever cannot be, so that who joins the
// file to a season can tell all that is wrong with it at once:
//
//   std::vector<CsvFault> faults;
//   const FixtureFile file = read_fixtures(text, faults);
//   add_refusals(faults, decide(season, ImportFixtures{file.rows}, context, events), file);
FixtureFile read_fixtures(std::string_view text, std::vector<CsvFault>& faults);

// matchId,playerExternalId and a column for each figure, written like runOuts for run_outs. The
// five of the pilot (runs, wickets, catches, stumpings, runOuts) are needed; figures are 0 or more.
// A player twice in a match: the later row counts.
struct ScoreFile {
  std::vector<ScoreRow> rows;
  std::vector<std::uint32_t> lines;
};

absl::StatusOr<ScoreFile> scores_from_csv(std::string_view text,
                                          const std::vector<std::string>& figures);
ScoreFile read_scores(std::string_view text, const std::vector<std::string>& figures,
                      std::vector<CsvFault>& faults);

// Date,HomeTeam,AwayTeam,FTHG,FTAG and anything else: a row a match, teams by their names as they
// stand, the round empty. FTR is compared with the goals where it is there. Dates as 2024-08-16 or
// 16/08/24, times (Time, in the league's own zone) taken as UTC. Rows without goals are scheduled;
// empty rows at the end of a file, as these have them, are passed over. A meeting twice is a fault.
absl::StatusOr<FixtureFile> results_from_football_data(std::string_view text);

std::vector<CsvFault> faults_of(const SeasonRefusals& refusals, const FixtureFile& file);
std::vector<CsvFault> faults_of(const SeasonRefusals& refusals, const ScoreFile& file);

// What the season refuses, beside what could not be read, in the order of the lines. Of a row that
// could not be read whole counts what its other cells are refused for, not what follows from a gap.
void add_refusals(std::vector<CsvFault>& faults, const SeasonRefusals& refusals,
                  const FixtureFile& file);
void add_refusals(std::vector<CsvFault>& faults, const SeasonRefusals& refusals,
                  const ScoreFile& file);

}  // namespace auction
