// The pilot's check values, and every book that comes with the library.
#include "libauction/scoring/cricket_figures.h"
#include "libauction/scoring/football.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/scoring/score.h"
#include "tests/catch.h"

using namespace auction;

namespace {

// Points as text, of a row where only some figures are not zero.
std::string points_of(const RuleBook& book,
                      std::initializer_list<std::pair<const char*, std::int32_t>> figures,
                      const char* position = nullptr) {
  std::vector<std::int32_t> stats(book.stats.size(), 0);
  for (const auto& [name, value] : figures) stats[find_stat(book, name).value()] = value;
  const std::uint8_t place = position == nullptr ? 0 : find_position(book, position).value();
  return points_text(points(book, {stats, place}), book.scale);
}

std::string club(std::int32_t scored, std::int32_t conceded) {
  const RuleBook book = *rule_book("pilot-football-clubs");
  return points_text(points(book, {club_figures(scored, conceded), 0}), book.scale);
}

}  // namespace

TEST_CASE("every id names a book of that id, and no other text does") {
  for (const std::string_view id : rule_book_ids()) {
    CAPTURE(id);
    const auto book = rule_book(id);
    REQUIRE(book);
    CHECK(book->id == id);
    CHECK(!book->title.empty());
    CHECK(!book->source.empty());
    CHECK(is_point_scale(book->scale));
  }
  for (const char* id : {"", "fpl-2015-16", "fpl-2027-28", "fpl-2024-26", "pilot-cricket-2025",
                         "dream11", "DREAM11-T20-2020"}) {
    CHECK(!rule_book(id));
  }
}

TEST_CASE("clubs: 9-2 is 12, 3-1 is 6, 1-1 is 2, 2-9 is 2") {
  CHECK(club(9, 2) == "12");
  CHECK(club(3, 1) == "6");
  CHECK(club(1, 1) == "2");
  CHECK(club(2, 9) == "2");
  CHECK(club(0, 0) == "1");
  CHECK(club(0, 1) == "0");
}

TEST_CASE("the pilot's cricket: its check values hold") {
  const RuleBook book = *rule_book("pilot-cricket");
  CHECK(points_of(book, {{"runs", 89}, {"catches", 1}}) == "109");
  CHECK(points_of(book, {{"runs", 45}, {"catches", 2}, {"stumpings", 3}, {"run_outs", 1}}) ==
        "120");
  CHECK(points_of(book, {{"runs", 112}}) == "147");
  CHECK(points_of(book, {{"runs", 8}, {"wickets", 5}, {"catches", 1}}) == "168");
  CHECK(points_of(book, {{"runs", 49}}) == "49");
  CHECK(points_of(book, {{"runs", 50}}) == "60");
  CHECK(points_of(book, {{"runs", 99}}) == "109");
  CHECK(points_of(book, {{"runs", 100}}) == "135");
  CHECK(points_of(book, {{"wickets", 4}}) == "100");
}

TEST_CASE("the pilot's cricket from 2025-10-25 has other values and no milestones") {
  const RuleBook book = *rule_book("pilot-cricket-2025-10-25");
  CHECK(points_of(book, {{"runs", 112}}) == "112");
  CHECK(points_of(book, {{"wickets", 5}}) == "100");
  CHECK(points_of(book, {{"catches", 1}, {"stumpings", 1}, {"run_outs", 1}}) == "55");
}

TEST_CASE("FPL by season: what changed, changed; what did not, did not") {
  for (const std::string_view id : rule_book_ids()) {
    if (!id.starts_with("fpl-")) continue;
    CAPTURE(id);
    const RuleBook book = *rule_book(id);
    CHECK(points_of(book, {{"goals_scored", 1}}, "GK") == (id >= "fpl-2024-25" ? "10" : "6"));
    CHECK(points_of(book, {{"goals_scored", 1}}, "DEF") == "6");
    CHECK(points_of(book, {{"goals_scored", 1}}, "MID") == "5");
    CHECK(points_of(book, {{"goals_scored", 1}}, "FWD") == "4");
    CHECK(points_of(book, {{"minutes", 59}}, "MID") == "1");
    CHECK(points_of(book, {{"minutes", 60}}, "MID") == "2");
    CHECK(points_of(book, {{"saves", 8}}, "GK") == "2");
    CHECK(points_of(book, {{"goals_conceded", 5}}, "DEF") == "-2");
    CHECK(points_of(book, {{"goals_conceded", 5}}, "MID") == "0");
    CHECK(points_of(book, {{"yellow_cards", 1}}, "FWD") == "-1");  // on the bench, even
    CHECK(find_stat(book, "recoveries").has_value() == (id >= "fpl-2025-26"));
    CHECK(find_position(book, "AM").has_value() == (id == "fpl-2024-25"));
  }
}

TEST_CASE("FPL from 2025/26: a defender's ten actions, the others' twelve with recoveries, once") {
  const RuleBook book = *rule_book("fpl-2025-26");
  const char* actions = "clearances_blocks_interceptions";
  CHECK(points_of(book, {{actions, 6}, {"tackles", 3}}, "DEF") == "0");
  CHECK(points_of(book, {{actions, 6}, {"tackles", 4}}, "DEF") == "2");
  CHECK(points_of(book, {{actions, 20}, {"tackles", 10}}, "DEF") == "2");
  CHECK(points_of(book, {{actions, 9}, {"recoveries", 9}}, "DEF") == "0");
  CHECK(points_of(book, {{actions, 5}, {"tackles", 2}, {"recoveries", 5}}, "MID") == "2");
  CHECK(points_of(book, {{actions, 5}, {"tackles", 2}, {"recoveries", 4}}, "FWD") == "0");
  CHECK(points_of(book, {{actions, 20}}, "GK") == "0");
}

TEST_CASE("bonus: equals share the better rank") {
  using Bonus = std::vector<std::int32_t>;
  const auto of = [](std::vector<BonusLine> lines) { return bonus_points(lines); };
  CHECK(of({}).empty());
  CHECK(of({{90, 30}, {90, 20}, {90, 10}, {90, 5}}) == Bonus{3, 2, 1, 0});
  CHECK(of({{90, 30}, {90, 30}, {90, 10}, {90, 5}}) == Bonus{3, 3, 1, 0});
  CHECK(of({{90, 30}, {90, 20}, {90, 20}, {90, 5}}) == Bonus{3, 2, 2, 0});
  CHECK(of({{90, 30}, {90, 20}, {90, 10}, {90, 10}}) == Bonus{3, 2, 1, 1});
  CHECK(of({{90, 9}, {90, 9}, {90, 9}, {90, 9}}) == Bonus{3, 3, 3, 3});
  CHECK(of({{0, 99}, {1, -4}}) == Bonus{0, 3});
}

TEST_CASE("Dream11 2020: a line of the help page each") {
  const RuleBook book = *rule_book("dream11-t20-2020");
  CHECK(points_of(book, {{"in_xi", 1}, {"runs", 100}, {"fours", 10}, {"sixes", 5}, {"balls", 50}},
                  "BAT") == "140");
  CHECK(points_of(book, {{"dismissed", 1}, {"balls", 1}}, "BAT") == "-2");
  CHECK(points_of(book, {{"dismissed", 1}, {"balls", 1}}, "BOWL") == "0");
  CHECK(points_of(book, {{"balls", 1}}, "BAT") == "0");  // not out is no duck
  CHECK(points_of(book, {{"wickets", 4}}) == "108");
  CHECK(points_of(book, {{"wickets", 6}}) == "166");
  CHECK(points_of(book, {{"run_outs", 1}, {"direct_run_outs", 1}}) == "12");
  CHECK(points_of(book, {{"run_outs", 1}}) == "6");
}
