// The files of a competition as the command line names them, whatever their format.
#pragma once

#include <string>
#include <vector>

#include "examples/auctioneer/shell.h"
#include "libauction/adapters/csv/csv_fault.h"
#include "libauction/scoring/cricket_match.h"
#include "libauction/scoring/rule_book.h"
#include "libauction/season/command.h"

namespace auction::cli {

// What is read from result files, all of them together.
struct Results {
  std::vector<FixtureRow> fixtures;
  std::vector<ScoreRow> scores;  // in the order of figures_of the book, cricket's without one
};

// What a season keeps for a book: a cricketer's figures, or the book's own.
std::vector<std::string> figures_of(const RuleBook& book);

// openfootball and Cricsheet JSON, the pilot's fixtures and scores, football-data.co.uk: told apart
// by what they hold; for a book of players who are no cricketers, tables of player-matches. A
// folder stands for the .json and .csv files in it. Stops with bad input, every fault told.
Results read_results(const std::vector<std::string>& paths, Screen& screen,
                     const RuleBook* book = nullptr);

struct NamedMatch {
  std::string id;  // the file's name without .json
  CricketMatch match;
};
std::vector<NamedMatch> read_matches(const std::vector<std::string>& paths);

// Replaces team and player names that the file of names knows by their external ids.
void rename(Results& results, const std::string& names_file, Screen& screen);

// Tells all faults on standard error, then stops.
[[noreturn]] void refuse(const std::string& path, const std::vector<CsvFault>& faults,
                         Screen& screen);
[[noreturn]] void refuse(const std::string& path, const absl::Status& status, Screen& screen);

}  // namespace auction::cli
