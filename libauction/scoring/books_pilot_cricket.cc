#include "libauction/scoring/books_internal.h"
#include "libauction/scoring/cricket_figures.h"

namespace auction {
namespace {

constexpr std::int32_t kPilotPoint = 20;  // tenths times a captain's 1.5 stay whole

struct Values {
  std::int32_t run, wicket, caught, stumping, run_out;
};

void write_values(BookWriter& rules, Values values) {
  rules.each("run", {"runs"}, values.run * kPilotPoint);
  rules.each("wicket", {"wickets"}, values.wicket * kPilotPoint);
  rules.each("catch", {"catches"}, values.caught * kPilotPoint);
  rules.each("stumping", {"stumpings"}, values.stumping * kPilotPoint);
  rules.each("run_out", {"run_outs"}, values.run_out * kPilotPoint);
}

}  // namespace

std::optional<RuleBook> pilot_cricket_book(std::string_view id) {
  RuleBook book;
  book.id = id;
  book.source = "the pilot's rules";
  book.sport = Sport::kCricket;
  book.scale = kPilotPoint;
  book.positions = {"PLAYER"};
  for (const std::string_view stat : kCricketStats) book.stats.emplace_back(stat);
  book.captain = {2, 1};
  book.vice_captain = {3, 2};
  BookWriter rules(book);
  if (id == "pilot-cricket") {
    book.title = "The pilot's first book, with milestones";
    write_values(rules, {1, 25, 10, 15, 10});
    // A hundred earns both.
    rules.steps("half_century", {"runs"}, {{50, 10 * kPilotPoint}});
    rules.steps("century", {"runs"}, {{100, 25 * kPilotPoint}});
    rules.steps("five_wickets", {"wickets"}, {{5, 25 * kPilotPoint}});
    return book;
  }
  if (id != "pilot-cricket-2025-10-25") return std::nullopt;
  book.title = "The pilot's book from 2025-10-25, without milestones";
  write_values(rules, {1, 20, 10, 25, 20});
  return book;
}

}  // namespace auction
