// Band edges, open and closed, by cross-multiplication; and why overs are never a decimal.
#include "libauction/scoring/rate.h"

#include "libauction/scoring/rule_books.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const Rate& rate_of(const RuleBook& book, std::string_view reason) {
  return std::get<Rate>(find_rule(book, reason)->shape);
}

// The printed table of the 2020 book, in thousandths of a run, as a slow twin.
std::int32_t economy_2020(std::int64_t runs, std::int64_t balls) {
  const auto exactly = [&](std::int64_t rate) { return runs * 6 == rate * balls; };
  const auto less = [&](std::int64_t rate) { return runs * 6 < rate * balls; };
  if (less(4)) return 6;
  if (less(5)) return 4;
  if (less(6) || exactly(6)) return 2;
  if (less(9)) return 0;
  if (less(10) || exactly(10)) return -2;
  if (less(11) || exactly(11)) return -4;
  return -6;
}

}  // namespace

TEST_CASE("every band of every book: each edge is inside exactly where the book says") {
  int edges = 0;
  for (const std::string_view id : rule_book_ids()) {
    const RuleBook book = *rule_book(id);
    for (const PointRule& rule : book.rules) {
      const auto* rate = std::get_if<Rate>(&rule.shape);
      if (rate == nullptr) continue;
      for (const RateBand& band : rate->bands) {
        // At `from`, a hair below and a hair above; the same for `to`.
        if (band.from != kNoEdge) {
          CHECK(in_band(band, band.from, 100) == band.from_closed);
          CHECK(!in_band(band, band.from * 100 - 1, 10'000));
          CHECK(in_band(band, band.from * 100 + 1, 10'000));
          ++edges;
        }
        if (band.to != kNoEdge) {
          CHECK(in_band(band, band.to, 100) == band.to_closed);
          CHECK(in_band(band, band.to * 100 - 1, 10'000));
          CHECK(!in_band(band, band.to * 100 + 1, 10'000));
          ++edges;
        }
      }
    }
  }
  CHECK(edges > 60);
}

TEST_CASE("no rate is in two bands of a rule") {
  for (const std::string_view id : rule_book_ids()) {
    const RuleBook book = *rule_book(id);
    for (const PointRule& rule : book.rules) {
      const auto* rate = std::get_if<Rate>(&rule.shape);
      if (rate == nullptr) continue;
      for (std::int64_t sum = 0; sum <= 200; ++sum) {
        for (std::int64_t balls = 1; balls <= 60; ++balls) {
          int in = 0;
          for (const RateBand& band : rate->bands) in += in_band(band, sum * rate->times, balls);
          REQUIRE(in <= 1);
        }
      }
    }
  }
}

TEST_CASE("the 2020 economy table agrees with its slow twin on every figure of T20") {
  const RuleBook book = *rule_book("dream11-t20-2020");
  for (std::int64_t balls = 12; balls <= 24; ++balls) {
    for (std::int64_t runs = 0; runs <= 80; ++runs) {
      REQUIRE(rate_units(rate_of(book, "economy"), runs, balls) ==
              book.scale * economy_2020(runs, balls));
    }
  }
}

TEST_CASE("closed and half-open bands differ, and overs as a decimal are wrong") {
  const RuleBook book = *rule_book("dream11-t20-2021");
  const Rate& closed = rate_of(book, "economy");
  Rate half_open = closed;
  for (RateBand& band : half_open.bands) {
    band.from_closed = true;
    band.to_closed = false;
  }
  int figures = 0;
  int differ = 0;
  int wrong = 0;
  for (std::int64_t balls = 12; balls <= 24; ++balls) {
    for (std::int64_t runs = 0; runs <= 60; ++runs) {
      ++figures;
      const std::int32_t right = rate_units(closed, runs, balls);
      differ += right != rate_units(half_open, runs, balls);
      // "3.4" read as 3.4 overs: 34 tenths where it means 22 balls.
      const std::int64_t tenths = balls / 6 * 10 + balls % 6;
      wrong += right != rate_units(closed, runs * 10, tenths * 6);
    }
  }
  CHECK(figures == 793);
  CHECK(differ == 19);
  CHECK(wrong == 103);
}

TEST_CASE("nobody has a rate off no balls") {
  const RuleBook book = *rule_book("dream11-t20-2021");
  CHECK(rate_units(rate_of(book, "economy"), 5, 0) == 0);
  CHECK(rate_units(rate_of(book, "strike_rate"), 5, 0) == 0);
}
