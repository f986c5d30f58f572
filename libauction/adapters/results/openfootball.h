// openfootball's JSON (football.json): a competition's matches, in the order of the file.
//
//   auto season = fixtures_from_openfootball(text);
//   season->rows[0].home == "Juventus FC (ITA)"      names as they stand; joining them is for ids
//
// A match has a round, a date, two teams; time and score may be missing. The file knows no time
// zone: times are taken as UTC plus `zone`. Goals are those of full time, after 90 minutes, also
// where extra time followed; a match without them is scheduled. A refusal is InvalidArgument with
// the JSON pointer: "/matches/3/score/ft: must be two numbers of goals".
//
// Source: github.com/openfootball/football.json (CC0).
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/season/command.h"

namespace auction {

struct OpenfootballFile {
  std::string name;  // "UEFA Champions League 2024/25"
  std::vector<FixtureRow> rows;
};

absl::StatusOr<OpenfootballFile> fixtures_from_openfootball(std::string_view json,
                                                            Millis zone = {});

// The teams of the rows, each once, in the order of their first match; external id and name alike.
std::vector<Team> teams_of(const std::vector<FixtureRow>& rows);

}  // namespace auction
