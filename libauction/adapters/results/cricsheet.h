// Cricsheet's JSON, one match a file: format 1.0 and 1.1, and older files rewritten to that layout.
//
//   absl::StatusOr<CricketMatch> match = match_from_cricsheet(text);
//   CricketScore score = score_of(*match);
//
// Strict where runs and wickets are concerned: extras add up, batters and bowlers are on the sheet,
// innings belong to a team, overs rise. A refusal is InvalidArgument with the JSON pointer and what
// would do: "/innings/0/overs/3/deliveries/1/runs/total: must be 5 (4 + 1), not 4". Members that
// are not about the play (officials, reviews, powerplays) are passed over, and so are ones a later
// version may add.
//
// Players on the sheets of the two teams took part, with the substitutes of today's rules who came
// in; fielders who are on no sheet are substitutes of the old kind and get nothing. A file without
// sheets (rewritten old ones) counts those who batted, bowled or fielded.
//
// Source of the format: cricsheet.org/format/json. Its data is under the ODC-BY licence.
#pragma once

#include <absl/status/statusor.h>

#include <string_view>

#include "libauction/scoring/cricket_match.h"

namespace auction {

absl::StatusOr<CricketMatch> match_from_cricsheet(std::string_view json);

}  // namespace auction
