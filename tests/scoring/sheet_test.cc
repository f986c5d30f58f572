// A sheet gives what row by row gives, for every book and any figures.
#include "libauction/scoring/sheet.h"

#include "libauction/base/random.h"
#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

struct Season {
  std::vector<std::vector<std::int32_t>> stats;
  std::vector<std::uint8_t> positions;
};

// Small figures as in matches, and now and then one at the edge of the range.
Season drawn_season(const RuleBook& book, std::size_t rows, bool wild, SplitMix64& chance) {
  Season season;
  for (std::size_t i = 0; i < rows; ++i) {
    std::vector<std::int32_t> stats(book.stats.size());
    for (std::int32_t& value : stats) {
      if (chance.below(2) == 0) value = static_cast<std::int32_t>(chance.below(100));
      if (wild && chance.below(50) == 0) value = chance.below(2) == 0 ? INT16_MAX : INT16_MIN;
      if (wild && chance.below(50) == 0) value = -static_cast<std::int32_t>(chance.below(9));
    }
    season.stats.push_back(std::move(stats));
    season.positions.push_back(static_cast<std::uint8_t>(chance.below(book.positions.size())));
  }
  return season;
}

void check(const RuleBook& book, const Season& season) {
  Sheet sheet(book.stats.size());
  for (std::size_t i = 0; i < season.stats.size(); ++i) {
    REQUIRE(sheet.add({season.stats[i], season.positions[i]}));
  }
  const std::vector<std::int64_t> all = points(book, sheet);
  REQUIRE(all.size() == season.stats.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    REQUIRE(all[i] == points(book, {season.stats[i], season.positions[i]}));
  }
}

}  // namespace

TEST_CASE("column by column equals row by row: every book") {
  SplitMix64 chance(4);
  for (const std::string_view id : rule_book_ids()) {
    CAPTURE(id);
    const RuleBook book = *rule_book(id);
    for (const std::size_t rows : {0u, 1u, 7u, 511u, 512u, 513u, 2000u}) {
      check(book, drawn_season(book, rows, false, chance));
      check(book, drawn_season(book, rows, true, chance));
    }
  }
}

TEST_CASE("column by column equals row by row: worths that leave 16 bits") {
  RuleBook book = *rule_book("fpl-2025-26");
  for (PointRule& rule : book.rules) {
    for (std::int32_t& worth : rule.worth) worth *= 30'000;
  }
  SplitMix64 chance(5);
  check(book, drawn_season(book, 1500, true, chance));
}

TEST_CASE("a figure beyond 16 bits is refused and nothing is added") {
  const RuleBook book = *rule_book("pilot-football-clubs");
  Sheet sheet(book.stats.size());
  const std::vector<std::int32_t> stats{0, 0, 0, 32'768};
  CHECK(!sheet.add({stats, 0}));
  CHECK(sheet.rows() == 0);
}
