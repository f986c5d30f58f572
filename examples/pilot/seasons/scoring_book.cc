#include "examples/pilot/seasons/scoring_book.h"

#include "libauction/adapters/json/rule_book.h"
#include "libauction/scoring/cricket_overrides.h"
#include "libauction/scoring/rule_books.h"

namespace pilot {
namespace {

constexpr std::string_view kOwnMark = "+league";

// Points as a number: 20, 20.5.
Json number_of(std::int64_t units, std::int32_t scale) {
  if (units % scale == 0) return units / scale;
  return static_cast<double>(units) / scale;
}

Json each_json(const RuleBook& book, std::string_view reason) {
  const PointRule* rule = find_rule(book, reason);
  return rule == nullptr ? Json(0) : number_of(rule->worth.front(), book.scale);
}

Json milestone_json(const RuleBook& book, std::string_view reason, std::int32_t usual) {
  const PointRule* rule = find_rule(book, reason);
  const auto* steps = rule == nullptr ? nullptr : std::get_if<Steps>(&rule->shape);
  if (steps == nullptr || steps->steps.empty()) {
    return {{"enabled", false}, {"threshold", usual}, {"points", 0}};
  }
  const PointStep& step = steps->steps.front();
  return {
      {"enabled", true}, {"threshold", step.from}, {"points", number_of(step.units, book.scale)}};
}

}  // namespace

std::string_view usual_book(std::string_view sport) {
  return sport == "cricket" ? "pilot-cricket" : "pilot-football-clubs";
}

std::string book_text(const League& league) {
  const std::string& chosen = league.choices.book;
  return chosen.empty() ? std::string(usual_book(league.settings.sport)) : chosen;
}

RuleBook scoring_book(const League& league) {
  const std::string text = book_text(league);
  if (auto book = rule_book(text)) return *std::move(book);
  absl::StatusOr<RuleBook> own = rule_book_from_json(text);
  AUCTION_CHECK(own.ok(), "a league's book was read before it was chosen");
  return *std::move(own);
}

Json overrides_json(const RuleBook& book) {
  if (book.sport != Sport::kCricket || !book.id.ends_with(kOwnMark)) return nullptr;
  return {{"rules",
           {{"run", each_json(book, "run")},
            {"wicket", each_json(book, "wicket")},
            {"catch", each_json(book, "catch")},
            {"stumping", each_json(book, "stumping")},
            {"runOut", each_json(book, "run_out")}}},
          {"milestones",
           {{"halfCentury", milestone_json(book, "half_century", kHalfCentury)},
            {"century", milestone_json(book, "century", kCentury)},
            {"fiveWicketHaul", milestone_json(book, "five_wickets", kFiveWickets)}}}};
}

}  // namespace pilot
