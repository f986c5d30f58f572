// A rule book as JSON: what a league writes to score by its own rules.
//
//   {"base": "football-players", "id": "our-league", "change": [
//      {"reason": "saves", "of": ["saves"], "per": 2, "points": {"GK": "0.5"}},
//      {"reason": "bench", "of": ["minutes"], "steps": [{"from": 45, "points": 1}]}]}
//
// Points are whole numbers or, with decimals, texts ("0.5"); a band is an interval in the usual
// notation: "[5,6]" with both edges, "(10,11]" without the first, "(11,)" without end. With `base`
// the book starts as that one: `change` replaces rules by their reason or adds them, `remove` takes
// some out. Without it every field must be there. docs/scoring.md tells each field;
// schema/rule_book.schema.json is the JSON Schema. A book that reads may still say nonsense: ask
// `lint`.
//
//   absl::StatusOr<RuleBook> book = rule_book_from_json(text);
//   std::string text = pretty_json(to_json(*book));
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>

#include "libauction/scoring/rule_book.h"

namespace auction {

inline constexpr std::size_t kMaxRuleBookBytes = 256 * 1024;

absl::StatusOr<RuleBook> rule_book_from_json(std::string_view text);

// The whole book, without `base`. Reading it gives the same value.
std::string to_json(const RuleBook& book);

}  // namespace auction
