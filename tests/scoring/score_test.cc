// Awards and their sum, the armband, and decimal points.
#include "libauction/scoring/score.h"

#include "libauction/base/random.h"
#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

std::vector<std::int32_t> drawn_row(const RuleBook& book, SplitMix64& chance) {
  std::vector<std::int32_t> stats(book.stats.size());
  for (std::int32_t& value : stats) {
    value = chance.below(3) == 0 ? static_cast<std::int32_t>(chance.below(120)) : 0;
  }
  return stats;
}

}  // namespace

TEST_CASE("points as text, and back") {
  CHECK(points_text(253, 20) == "12.65");
  CHECK(points_text(-40, 20) == "-2");
  CHECK(points_text(-3, 2) == "-1.5");
  CHECK(points_text(7, 1) == "7");
  CHECK(points_text(0, 20) == "0");
  CHECK(points_text(1, 100) == "0.01");
  for (const std::int32_t scale : {1, 2, 4, 5, 10, 20, 100}) {
    REQUIRE(is_point_scale(scale));
    for (std::int64_t units = -250; units <= 250; ++units) {
      CHECK(read_points(points_text(units, scale), scale) == units);
    }
  }
}

TEST_CASE("points that are no number, or no multiple of a unit") {
  for (const char* text : {"", "-", ".5", "5.", "0.33", "1e3", "+1", "1,5", " 1", "1 ", "0x1",
                           "--1", "1.2.3", "10000000001", "0.001"}) {
    CAPTURE(text);
    CHECK(!read_points(text, 20));
  }
  CHECK(read_points("0.10", 20) == 2);
  CHECK(read_points("0.500000", 20) == 10);
  CHECK(read_points("-0.5", 1) == std::nullopt);
}

TEST_CASE("explain: a line a reason, and they add up") {
  const RuleBook book = *rule_book("fpl-2016-17");
  std::vector<std::int32_t> stats(book.stats.size(), 0);
  stats[0] = 90;
  stats[1] = 2;
  CHECK(explain(book, score(book, {stats, 2}, Armband::kCaptain)) ==
        "     2  minutes: 90\n"
        "    10  goals: 2\n"
        "    12  captain\n"
        "    24  total\n");
}

TEST_CASE("explain tells a rate with its balls") {
  const RuleBook book = *rule_book("dream11-t20-2020");
  std::vector<std::int32_t> stats(book.stats.size(), 0);
  stats[find_stat(book, "conceded").value()] = 24;
  stats[find_stat(book, "legal_balls").value()] = 24;
  CHECK(explain(book, score(book, {stats, 0}, Armband::kViceCaptain)) ==
        "     2  economy: 24 for 24 legal_balls\n"
        "     1  vice-captain\n"
        "     3  total\n");
}

TEST_CASE("for any row: the awards are the points, and the captain's share is exact") {
  SplitMix64 chance(20);
  for (const std::string_view id : rule_book_ids()) {
    const RuleBook book = *rule_book(id);
    for (int turn = 0; turn < 200; ++turn) {
      const auto stats = drawn_row(book, chance);
      const Row row{stats, static_cast<std::uint8_t>(chance.below(book.positions.size()))};
      for (const Armband armband : {Armband::kNone, Armband::kCaptain, Armband::kViceCaptain}) {
        const Score told = score(book, row, armband);
        std::int64_t sum = 0;
        for (const Award& award : told.awards) sum += award.units;
        REQUIRE(sum == told.units);
        REQUIRE(sum == points(book, row));
        REQUIRE(told.total == with_armband(book, armband, sum));
      }
      const Score vice = score(book, row, Armband::kViceCaptain);
      const Multiplier by = book.vice_captain;
      REQUIRE(vice.total * by.over == vice.units * by.times);
    }
  }
}
