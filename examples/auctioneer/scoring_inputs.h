// What `score` and `bonus` read: rule books, and files of figures or matches.
#pragma once

#include <absl/status/status.h>

#include <map>
#include <string>
#include <vector>

#include "examples/auctioneer/shell.h"
#include "libauction/scoring/rule_book.h"
#include "libauction/scoring/score.h"

namespace auction::cli {

// A book of the library by its id, or one from a JSON file that lint finds no error in.
RuleBook book_named(const std::string& name, Screen& screen);

// A folder stands for the .json and .csv files in it, by name.
std::vector<std::string> files_below(const std::vector<std::string>& paths);

enum class ResultKind { kFplCsv, kFplApi, kPilotCsv, kCricsheet };

struct ScoredPlayer {
  std::string match;
  std::string player;
  Score score;
};

struct ScoredFiles {
  ResultKind kind = ResultKind::kFplCsv;
  std::vector<ScoredPlayer> players;
};

// The role of each player, by id or by name ("BOWL"), for books that ask for it.
using Roles = std::map<std::string, std::string>;
Roles roles_from_file(const std::string& path);

// All files must be of one kind; a bad one stops everything, every fault told.
ScoredFiles score_files(const RuleBook& book, const std::vector<std::string>& paths,
                        const Roles& roles, Screen& screen);

// Tells the faults of a refused file on standard error, then stops.
[[noreturn]] void refuse_file(const std::string& path, const absl::Status& status, Screen& screen);

void add_score(CLI::App& app, Shell& shell);
void add_bonus(CLI::App& app, Shell& shell);
void add_books(CLI::App& app, Shell& shell);  // books, and book ID

}  // namespace auction::cli
