#include "libauction/scoring/cricket_overrides.h"

#include "libauction/base/check.h"
#include "libauction/scoring/books_internal.h"

namespace auction {
namespace {

constexpr std::int32_t kTenths = 10;

void set_value(RuleBook& book, std::string_view reason, std::int32_t tenths) {
  PointRule* rule = find_rule(book, reason);
  AUCTION_CHECK(rule != nullptr, "overrides are for the pilot's cricket books");
  rule->worth.assign(book.positions.size(), tenths * (book.scale / kTenths));
}

void set_milestone(RuleBook& book, std::string_view reason, std::string_view stat,
                   const std::optional<MilestoneOverride>& milestone) {
  if (!milestone) return;
  std::erase_if(book.rules, [&](const PointRule& rule) { return rule.reason == reason; });
  if (!milestone->enabled) return;
  const std::int32_t units = milestone->tenths * (book.scale / kTenths);
  BookWriter(book).steps(reason, {stat}, {{milestone->threshold, units}});
}

}  // namespace

RuleBook with_overrides(RuleBook book, const CricketOverrides& overrides) {
  AUCTION_CHECK(book.scale % kTenths == 0, "the book's scale holds tenths");
  set_value(book, "run", overrides.run);
  set_value(book, "wicket", overrides.wicket);
  set_value(book, "catch", overrides.caught);
  set_value(book, "stumping", overrides.stumping);
  set_value(book, "run_out", overrides.run_out);
  set_milestone(book, "half_century", "runs", overrides.half_century);
  set_milestone(book, "century", "runs", overrides.century);
  set_milestone(book, "five_wickets", "wickets", overrides.five_wickets);
  book.id += "+league";
  book.source = "the league's own numbers";
  return book;
}

}  // namespace auction
