// Lint: what in a rule set cannot work, or will surprise.
//
// An error would make the engine refuse the rule set at Create; a warning is advice. Each finding
// names the field by the JSON pointer of the rule set's JSON form and the limit that would do.
#pragma once

#include <string>
#include <vector>

#include "libauction/rules/rule_set.h"

namespace auction {

enum class Severity : std::uint8_t { kError = 0, kWarning = 1 };

struct Finding {
  Severity severity = Severity::kError;
  std::string code;     // "window_not_below_lot_time"
  std::string pointer;  // "/clock/softClose/windowMs"
  std::string message;  // "must be below lotMs (15000)"

  bool operator==(const Finding&) const = default;
};

std::vector<Finding> lint(const RuleSet& rules);
bool has_errors(const std::vector<Finding>& findings);

}  // namespace auction
