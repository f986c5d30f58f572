// A league's scoring overrides as the pilot's clients send them.
//
//   {"rules": {"run": 1, "wicket": 20.5, "catch": 10, "stumping": 25, "runOut": 20},
//    "milestones": {"century": {"enabled": true, "threshold": 100, "points": 25}}}
//
// All five rules are needed; points have one decimal at most, from -1000 to 1000. A milestone
// (halfCentury, century, fiveWicketHaul) that is enabled needs points; a missing threshold is 50,
// 100 or 5. The text `null` clears the overrides. A member nobody knows is refused.
#pragma once

#include <absl/status/statusor.h>

#include <optional>
#include <string_view>

#include "libauction/scoring/cricket_overrides.h"

namespace auction {

// Nothing inside: the overrides are to be cleared.
absl::StatusOr<std::optional<CricketOverrides>> overrides_from_json(std::string_view json);

}  // namespace auction
