// Every Cricsheet file beside the repository: it reads, and its balls give the stated result.
#include <iostream>

#include "libauction/scoring/cricket_result.h"
#include "libauction/scoring/cricket_score.h"
#include "tests/catch.h"
#include "tests/results/data.h"

using namespace auction;

TEST_CASE("every Cricsheet file reads, and winner and margin follow from its balls") {
  int files = 0;
  int stated = 0;
  int agreed = 0;
  std::vector<std::string> missed;
  const bool there = results_data::cricsheet_matches("", [&](const results_data::Match& file) {
    ++files;
    if (!file.match.stated) return;
    ++stated;
    const CricketScore score = score_of(file.match);
    const CricketResult found = result_of(score.innings());
    if (found == *file.match.stated) {
      ++agreed;
      return;
    }
    missed.push_back(file.set + "/" + file.id + " " + file.match.type + " " + file.match.method +
                     ": states " + result_text(*file.match.stated, file.match.teams) +
                     ", the balls say " + result_text(found, file.match.teams));
  });
  if (!there) return;
  std::cout << "cricsheet: " << files << " files read; winner and margin " << agreed << " of "
            << stated << "\n";
  for (const std::string& line : missed) std::cout << "  " << line << "\n";
  CHECK(files == 625);
  CHECK(stated == 625);
  // A six off the last ball passed a par score: it reads like a target reached. And an innings
  // stopped by rain before a par score counted: no ball tells.
  CHECK(missed.size() == 2);
}
