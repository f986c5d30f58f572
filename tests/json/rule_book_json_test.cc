// Rule books as JSON: they come back as they went, and a league changes one in a few lines.
#include "libauction/adapters/json/rule_book.h"

#include "libauction/adapters/json/json_fault.h"
#include "libauction/scoring/rule_book_lint.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/score.h"
#include "tests/catch.h"

using namespace auction;

namespace {

std::string fault_of(const std::string& text) {
  const auto book = rule_book_from_json(text);
  if (book.ok()) return "reads";
  return std::string(book.status().message());
}

// A whole small book with `rule` as its only one.
std::string book_with(const std::string& rule) {
  return R"({"id":"x","title":"","source":"us","sport":"football","scale":2,"stats":["goals","shots"],)"
         R"("positions":["A","B"],"rules":[)" +
         rule + "]}";
}

}  // namespace

TEST_CASE("every book of the library comes back from its JSON as it went") {
  for (const std::string_view id : rule_book_ids()) {
    CAPTURE(id);
    const RuleBook book = *rule_book(id);
    const auto read = rule_book_from_json(to_json(book));
    INFO(read.status());
    REQUIRE(read.ok());
    CHECK(*read == book);
  }
}

TEST_CASE("a league starts from a book, changes a rule, adds one and removes one") {
  const auto book = rule_book_from_json(R"({
    "base": "football-players", "id": "our-league",
    "change": [
      {"reason": "saves", "of": ["saves"], "per": 2, "points": {"GK": "0.5"}},
      {"reason": "busy", "of": ["tackles", "key_passes"], "steps": [{"from": 10, "points": 3}],
       "positions": ["MID"], "when": [{"stat": "minutes", "least": 60}]}],
    "remove": ["shots_on_target"]})");
  INFO(book.status());
  REQUIRE(book.ok());
  CHECK(lint(*book).empty());
  CHECK(find_rule(*book, "shots_on_target") == nullptr);
  CHECK(find_rule(*book, "saves")->worth == std::vector<std::int32_t>{0, 10, 0, 0});
  CHECK(find_rule(*book, "busy")->worth == std::vector<std::int32_t>{1, 0, 0, 0});
  CHECK(rule_book_from_json(to_json(*book)).value() == *book);
}

TEST_CASE("a rule book that does not read says where and what would do") {
  const std::pair<std::string, std::string> rows[] = {
      {"", "is no JSON at byte 1: "},
      {"[]", "must be an object, not a list"},
      {R"({"base":"fpl"})", "/base: must be the id of a book, not \"fpl\""},
      {R"({"base":"fpl-2016-17","scale":2})",
       "/base: cannot be used with other scale without all \"rules\""},
      {R"({"base":"fpl-2016-17","id":"x","remove":["dance"]})",
       "/remove/0: must be the reason of a rule, not \"dance\""},
      {R"({"base":"fpl-2016-17","id":"x","colour":1})", "/colour: "},
      {R"({"base":"fpl-2016-17","id":"x","captain":[2]})",
       "/captain: must be two numbers: [3,2] is 1.5"},
      {R"({"base":"fpl-2016-17","id":"x","captain":[2,0]})", "/captain/1: must be 1 to 10, not 0"},
      {R"({"base":"fpl-2016-17","id":"x","sport":"chess"})",
       "/sport: must be clubs, football, cricket or other, not \"chess\""},
      {R"({"id":"x"})", ""},
      {book_with(R"({"reason":"g","of":["goals"]})"),
       "/rules/0: must have one of \"points\", \"steps\" and \"rate\""},
      {book_with(R"({"reason":"g","of":["goals"],"points":1,"steps":[]})"),
       "/rules/0: must have one of \"points\", \"steps\" and \"rate\""},
      {book_with(R"({"reason":"g","of":["gaols"],"points":1})"),
       "/rules/0/of/0: must name a figure of the book, not \"gaols\""},
      {book_with(R"({"reason":"g","points":1})"), "/rules/0: must have \"of\""},
      {book_with(R"({"reason":"g","of":["goals"],"points":"0.3"})"),
       "/rules/0/points: must be points in steps of 1/2, not \"0.3\""},
      {book_with(R"({"reason":"g","of":["goals"],"points":0.5})"),
       "/rules/0/points: must be an integer, not 0.5"},
      {book_with(R"({"reason":"g","of":["goals"],"points":{"C":1}})"),
       "/rules/0/points/C: is no position of the book"},
      {book_with(R"({"reason":"g","of":["goals"],"points":1,"per":0})"),
       "/rules/0/per: must be 1 to 1000000, not 0"},
      {book_with(R"({"reason":"g","of":["goals"],"steps":[{"from":1}]})"),
       "/rules/0/steps/0: must have \"points\""},
      {book_with(
           R"({"reason":"g","of":["goals"],"steps":[{"from":1,"points":1}],"positions":["C"]})"),
       "/rules/0/positions/0: must be a position of the book, not \"C\""},
      {book_with(
           R"({"reason":"g","of":["goals"],"rate":{"times":1,"against":"shots","bands":[{"in":"5-6","points":1}]}})"),
       "/rules/0/rate/bands/0: must be in an interval like [5,6], (10,11] or (11,), not 5-6"},
      {book_with(
           R"({"reason":"g","of":["goals"],"rate":{"times":1,"against":"balls","bands":[]}})"),
       "/rules/0/rate: must name a figure of the book, not \"balls\""},
      {book_with(R"({"reason":"g","of":["goals"],"points":1,"when":[{"stat":"x"}]})"),
       "/rules/0/when/0: must name a figure of the book, not \"x\""},
  };
  for (const auto& [text, message] : rows) {
    CAPTURE(text);
    const std::string told = fault_of(text);
    CAPTURE(told);
    CHECK(told != "reads");
    CHECK(told.starts_with(message));
  }
}

TEST_CASE("intervals: every way to write a band, and ways that are none") {
  for (const char* in :
       {"[5,6]", "(10,11]", "[10,11)", "(2.5,3.49)", "(,4)", "(11,)", "(,)", "[-1,1]"}) {
    CAPTURE(in);
    const auto book = rule_book_from_json(book_with(
        R"({"reason":"g","of":["goals"],"rate":{"times":1,"against":"shots","bands":[{"in":")" +
        std::string(in) + R"(","points":1}]}})"));
    INFO(book.status());
    REQUIRE(book.ok());
    CHECK(to_json(*book).find(std::string("\"in\":\"") + in + "\"") != std::string::npos);
  }
  for (const char* in : {"", "5", "[,4]", "[11,]", "5,6", "[5;6]", "[a,6]", "[5,6", "[5.001,6]",
                         "[5,6,7]", "[ 5,6]"}) {
    CAPTURE(in);
    CHECK(
        fault_of(book_with(
            R"({"reason":"g","of":["goals"],"rate":{"times":1,"against":"shots","bands":[{"in":")" +
            std::string(in) + R"(","points":1}]}})")) != "reads");
  }
}
