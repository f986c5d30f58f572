// A rule set as JSON: what people write, what `lint` reads, what an auction's first record shows.
//
//   {"preset": "ipl-2025", "name": "our league", "budget": 9000, "clock": {"lotMs": 20000}}
//
// `preset` may come first or anywhere else in the object; what is named beside it replaces the
// preset's field, object by object, while lists are replaced whole. Without a preset every field
// starts at its default. docs/rule-sets.md tells each field; schema/rule_set.schema.json is the
// JSON Schema. A text that reads may still say nonsense: ask `lint`.
//
//   absl::StatusOr<RuleSet> rules = rule_set_from_json(text);
//   std::string text = pretty_json(to_json(*rules));
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/rules/lint.h"
#include "libauction/rules/rule_set.h"

namespace auction {

inline constexpr std::size_t kMaxRuleSetBytes = 64 * 1024;

absl::StatusOr<RuleSet> rule_set_from_json(std::string_view text);

// Every field, in the order of docs/rule-sets.md, without blanks. Reading it gives the same value.
std::string to_json(const RuleSet& rules);

// [{"severity":"error","code":"...","pointer":"/clock/lotMs","message":"..."}]
std::string to_json(const std::vector<Finding>& findings);

}  // namespace auction
