// How lint's parts hand in what they find. Each part looks at one corner of the rule set.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "libauction/rules/lint.h"

namespace auction {

class Findings {
 public:
  void error(std::string code, std::string pointer, std::string message) {
    add(Severity::kError, std::move(code), std::move(pointer), std::move(message));
  }
  void warning(std::string code, std::string pointer, std::string message) {
    add(Severity::kWarning, std::move(code), std::move(pointer), std::move(message));
  }

  // An error unless least <= value <= most.
  void range(std::int64_t value, std::int64_t least, std::int64_t most, const std::string& code,
             const std::string& pointer) {
    if (value >= least && value <= most) return;
    error(code, pointer,
          "must be " + std::to_string(least) + " to " + std::to_string(most) + ", not " +
              std::to_string(value));
  }

  std::vector<Finding> take() && { return std::move(found_); }

 private:
  void add(Severity severity, std::string code, std::string pointer, std::string message) {
    found_.push_back({severity, std::move(code), std::move(pointer), std::move(message)});
  }

  std::vector<Finding> found_;
};

void lint_currency(const Currency& currency, Findings& found);
void lint_english(const RuleSet& rules, Findings& found);
void lint_squad(const RuleSet& rules, Findings& found);
void lint_retention(const RuleSet& rules, Findings& found);
void lint_clock(const ClockRules& clock, Findings& found);
void lint_course(const RuleSet& rules, Findings& found);  // order, unsold, opening

// "/squad/quotas/0/max" of "/squad/quotas", 0 and "max".
inline std::string item(const std::string& list, std::size_t i, const std::string& field) {
  return list + '/' + std::to_string(i) + '/' + field;
}

// No length of time in a rule set is longer than a leap year, so that instants never overflow.
inline constexpr std::int64_t kLongestMs = 366LL * 86'400'000;

}  // namespace auction
