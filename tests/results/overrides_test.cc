// The pilot's scoring overrides: five values, three milestones, tenths, and null.
#include "libauction/adapters/results/overrides.h"

#include "libauction/scoring/cricket_figures.h"
#include "libauction/scoring/rule_book_lint.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/score.h"
#include "tests/catch.h"

using namespace auction;

namespace {

constexpr const char* kFive =
    R"("rules":{"run":1,"wicket":20.5,"catch":10,"stumping":25,"runOut":0.1})";

std::string with(const std::string& milestones) {
  return "{" + std::string(kFive) + ",\"milestones\":" + milestones + "}";
}

std::string points_of(const RuleBook& book, std::int32_t runs, std::int32_t wickets,
                      std::int32_t run_outs) {
  Figures figures;
  figures[CricketStat::kRuns] = runs;
  figures[CricketStat::kWickets] = wickets;
  figures[CricketStat::kRunOuts] = run_outs;
  return points_text(points(book, {figures.values, 0}), book.scale);
}

RuleBook book_of(const std::string& base, const std::string& text) {
  const auto overrides = overrides_from_json(text);
  INFO(overrides.status());
  REQUIRE(overrides.ok());
  REQUIRE(overrides->has_value());
  return with_overrides(*rule_book(base), **overrides);
}

}  // namespace

TEST_CASE("overrides: five values with a decimal; milestones not named stay") {
  const RuleBook book = book_of("pilot-cricket", "{" + std::string(kFive) + "}");
  CHECK(lint(book).empty());
  CHECK(book.id == "pilot-cricket+league");
  CHECK(points_of(book, 49, 1, 3) == "69.8");
  CHECK(points_of(book, 100, 0, 0) == "135");
}

TEST_CASE(
    "overrides: a milestone replaces, a disabled one goes, a missing threshold is the usual") {
  const std::string text = with(R"({"halfCentury":{"enabled":false},
      "century":{"enabled":true,"points":7.5},
      "fiveWicketHaul":{"enabled":true,"threshold":3,"points":5}})");
  for (const char* base : {"pilot-cricket", "pilot-cricket-2025-10-25"}) {
    const RuleBook book = book_of(base, text);
    CHECK(points_of(book, 99, 0, 0) == "99");
    CHECK(points_of(book, 100, 0, 0) == "107.5");
    CHECK(points_of(book, 0, 3, 0) == "66.5");
  }
}

TEST_CASE("overrides: null clears") {
  const auto cleared = overrides_from_json("null");
  REQUIRE(cleared.ok());
  CHECK(!cleared->has_value());
  const RuleBook book = book_of("pilot-cricket", with("null"));
  CHECK(points_of(book, 50, 0, 0) == "60");
}

TEST_CASE("overrides that are refused, and why") {
  const std::pair<std::string, std::string> rows[] = {
      {"", "is not JSON, from byte 1 on"},
      {"[]", "the text: must be an object, not a list"},
      {"{}", "the text: must have \"rules\""},
      {R"({"rules":{"run":1}})", "/rules: must have \"wicket\""},
      {R"({"rules":{"run":"1"}})",
       "/rules/run: must be -1000 to 1000 with one decimal at most, not \"1\""},
      {R"({"rules":{"run":0.25}})",
       "/rules/run: must be -1000 to 1000 with one decimal at most, not 0.25"},
      {R"({"rules":{"run":1e2}})",
       "/rules/run: must be -1000 to 1000 with one decimal at most, not 1e2"},
      {R"({"rules":{"run":1001}})",
       "/rules/run: must be -1000 to 1000 with one decimal at most, not 1001"},
      {R"({"rules":{"run":1,"run":2}})", "has the key \"run\" twice"},
      {with(R"({"duck":{"enabled":true,"points":1}})"), "/milestones/duck: is not known"},
      {with(R"({"century":{"points":1}})"), "/milestones/century: must have \"enabled\""},
      {with(R"({"century":{"enabled":true}})"), "/milestones/century: must have \"points\""},
      {with(R"({"century":{"enabled":1}})"),
       "/milestones/century/enabled: must be true or false, not 1"},
      {with(R"({"century":{"enabled":true,"points":1,"threshold":0}})"),
       "/milestones/century/threshold: must be 1 to 1000, not 0"},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text);
    const auto overrides = overrides_from_json(text);
    REQUIRE(!overrides.ok());
    CHECK(std::string(overrides.status().message()) == message);
  }
}
