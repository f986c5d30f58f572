// Lint of rule books: the library's own are clean, and each slip of the pen is found.
#include "libauction/scoring/rule_book_lint.h"

#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"
#include "tests/scoring/economy.h"

using namespace auction;

namespace {

struct Case {
  const char* code;
  const char* pointer;
  Severity severity;
  void (*spoil)(RuleBook&);
};

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;

// Each spoils one thing in dream11-t20-2020 (rules: in_xi, run, four, six, milestone, duck, wicket,
// haul, maiden, catch, stumping, run_out, direct_run_out, economy, strike_rate).
const Case kCases[] = {
    {"id_unusable", "/id", kError, [](RuleBook& b) { b.id.clear(); }},
    {"id_taken", "/id", kError, [](RuleBook& b) { b.id = "dream11-t20-2021"; }},
    {"scale_unusable", "/scale", kError, [](RuleBook& b) { b.scale = 3; }},
    {"no_source", "/source", kWarning, [](RuleBook& b) { b.source.clear(); }},
    {"list_size", "/positions", kError, [](RuleBook& b) { b.positions.clear(); }},
    {"name", "/stats/1", kError, [](RuleBook& b) { b.stats[1].clear(); }},
    {"name_twice", "/stats/1", kError, [](RuleBook& b) { b.stats[1] = b.stats[0]; }},
    {"multiplier_out_of_range", "/captain/1", kError, [](RuleBook& b) { b.captain.over = 0; }},
    {"multiplier_out_of_range", "/viceCaptain/0", kError,
     [](RuleBook& b) { b.vice_captain.times = -1; }},
    {"no_rules", "/rules", kWarning, [](RuleBook& b) { b.rules.clear(); }},
    {"too_many_rules", "/rules", kError, [](RuleBook& b) { b.rules.resize(129, b.rules[0]); }},
    {"reason", "/rules/0/reason", kError, [](RuleBook& b) { b.rules[0].reason.clear(); }},
    {"reason_twice", "/rules/1/reason", kError, [](RuleBook& b) { b.rules[1].reason = "in_xi"; }},
    {"no_figure", "/rules/1/of", kError, [](RuleBook& b) { b.rules[1].of.clear(); }},
    {"no_such_figure", "/rules/1/of/0", kError, [](RuleBook& b) { b.rules[1].of[0] = 40; }},
    {"no_such_figure", "/rules/5/when/0/stat", kError,
     [](RuleBook& b) { b.rules[5].when[0].stat = 40; }},
    {"never", "/rules/5/when/0", kWarning, [](RuleBook& b) { b.rules[5].when[0].least = 1; }},
    {"worth_size", "/rules/1/points", kError, [](RuleBook& b) { b.rules[1].worth.pop_back(); }},
    {"worth", "/rules/4/positions", kError, [](RuleBook& b) { b.rules[4].worth[0] = 2; }},
    {"worth_nothing", "/rules/1", kWarning, [](RuleBook& b) { b.rules[1].worth.assign(4, 0); }},
    {"points_out_of_range", "/rules/1/points", kError,
     [](RuleBook& b) { b.rules[1].worth[0] = 2'000'000; }},
    {"points_not_divisible", "/rules/1/points", kError,
     [](RuleBook& b) { b.rules[1].worth[0] = 1; }},
    {"per_out_of_range", "/rules/1/per", kError,
     [](RuleBook& b) { b.rules[1].shape = Each{0, 0}; }},
    {"most_out_of_range", "/rules/1/most", kError,
     [](RuleBook& b) { b.rules[1].shape = Each{1, -1}; }},
    {"step_count", "/rules/4/steps", kError, [](RuleBook& b) { b.rules[4].shape = Steps{}; }},
    {"steps_not_rising", "/rules/4/steps/1/from", kError,
     [](RuleBook& b) { std::get<Steps>(b.rules[4].shape).steps[1].from = 50; }},
    {"no_such_figure", "/rules/13/rate/against", kError,
     [](RuleBook& b) { economy_of(b).against = 40; }},
    {"times_out_of_range", "/rules/13/rate/times", kError,
     [](RuleBook& b) { economy_of(b).times = 0; }},
    {"band_count", "/rules/13/rate/bands", kError,
     [](RuleBook& b) { economy_of(b).bands.clear(); }},
    {"edge_out_of_range", "/rules/13/rate/bands/1", kError,
     [](RuleBook& b) { economy_of(b).bands[1].from = INT32_MIN; }},
    {"band_empty", "/rules/13/rate/bands/1/in", kError,
     [](RuleBook& b) { economy_of(b).bands[1].to = 400; }},
    {"bands_overlap", "/rules/13/rate/bands/1/in", kWarning,
     [](RuleBook& b) { economy_of(b).bands[0].to_closed = true; }},
};

}  // namespace

TEST_CASE("the library's own books are free of findings") {
  for (const std::string_view id : rule_book_ids()) {
    CAPTURE(id);
    CHECK(lint(*rule_book(id)).empty());
  }
}

TEST_CASE("each slip of the pen in a rule book is found where it stands") {
  for (const Case& one : kCases) {
    CAPTURE(one.code, one.pointer);
    RuleBook book = *rule_book("dream11-t20-2020");
    book.id = "a-league";
    REQUIRE(lint(book).empty());
    one.spoil(book);
    const Finding* found = nullptr;
    const std::vector<Finding> findings = lint(book);
    for (const Finding& finding : findings) {
      if (finding.code == one.code && finding.pointer == one.pointer) found = &finding;
    }
    REQUIRE(found != nullptr);
    CHECK(found->severity == one.severity);
    CHECK(has_errors(findings) == (one.severity == kError));
  }
}
