// The large inputs beside the repository, for tests that compare with the world.
//
//   const auto data = results_data("cricket/espn_ipl_batting_card.csv");
//   if (!data) return;      // the line SKIPPED has been printed
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "libauction/scoring/cricket_match.h"

namespace results_data {

// The text of a file under LIBAUCTION_DATA; prints SKIPPED and why where there is none.
std::optional<std::string> text(const std::string& path);

// Rows of a CSV file there, by column name. Quoted cells are understood, lines in cells are not.
using Row = std::map<std::string, std::string>;
std::optional<std::vector<Row>> rows(const std::string& path);

struct File {
  std::string set;  // "ipl_2020"
  std::string id;   // "1216492"
  std::string text;
};

// Calls `each` for every Cricsheet file of the sets whose name begins with `prefix`, in the order
// of their names; the archives are unpacked once, into the build folder. False: SKIPPED.
bool cricsheet_files(const std::string& prefix, const std::function<void(const File&)>& each);

// The same, read; a file that does not read fails the test.
struct Match {
  std::string set;
  std::string id;
  auction::CricketMatch match;
};
bool cricsheet_matches(const std::string& prefix, const std::function<void(const Match&)>& each);

}  // namespace results_data
