#include "libauction/rules/currency.h"

#include <string>

#include "libauction/base/random.h"
#include "tests/catch.h"

using namespace auction;

namespace {

const Currency kPounds{"GBP", "£", "pound", {{"m", 1'000'000, 2, false}}};
const Currency kLakhs{"INR", "", "lakh", {{" cr", 100, 2, true}}};
const Currency kDollars{"USD", "$", "dollar", {}};
const Currency kBare{};
const Currency kMany{
    "PKR", "Rs ", "paisa", {{" crore", 1'000'000'000, 3, false}, {" lakh", 10'000'000, 1, false}}};

struct Written {
  const Currency& currency;
  std::int64_t units;
  std::string text;
};

struct Read {
  const Currency& currency;
  std::string text;
  std::optional<std::int64_t> units;
};

}  // namespace

TEST_CASE("amounts of money are written in the largest unit that is exact") {
  const Written rows[] = {
      {kPounds, 5'000'000, "£5m"},
      {kPounds, 5'250'000, "£5.25m"},
      {kPounds, 10'500'000, "£10.5m"},
      {kPounds, 500'000'000, "£500m"},
      {kPounds, 5'255'000, "£5255000"},
      {kPounds, 999'999, "£999999"},
      {kPounds, 0, "£0"},
      {kPounds, -5'000'000, "-£5m"},
      {kPounds, 9'007'199'254'740'991, "£9007199254740991"},
      {kLakhs, 230, "2.30 cr"},
      {kLakhs, 2700, "27.00 cr"},
      {kLakhs, 100, "1.00 cr"},
      {kLakhs, 101, "1.01 cr"},
      {kLakhs, 75, "75 lakh"},
      {kLakhs, 0, "0 lakh"},
      {kLakhs, -75, "-75 lakh"},
      {kDollars, 200, "$200"},
      {kBare, 200, "200"},
      {kMany, 1'500'000'000, "Rs 1.5 crore"},
      {kMany, 1'500'500'000, "Rs 1500500000"},
      {kMany, 25'000'000, "Rs 2.5 lakh"},
      {kMany, 7, "Rs 7"},
  };
  for (const Written& row : rows) {
    CAPTURE(row.text);
    CHECK(format_money(row.currency, {row.units}) == row.text);
    CHECK(parse_money(row.currency, row.text) == Money{row.units});
  }
}

TEST_CASE("amounts of money are read as people write them, exactly or not at all") {
  const Read rows[] = {
      {kPounds, "5m", 5'000'000},
      {kPounds, "£5.25m", 5'250'000},
      {kPounds, "£5.2m", 5'200'000},
      {kPounds, " 10 m ", 10'000'000},
      {kPounds, "5 pound", 5},
      {kPounds, "1000000", 1'000'000},
      {kPounds, "-£1m", -1'000'000},
      {kPounds, "-1m", -1'000'000},
      {kPounds, "007m", 7'000'000},
      {kPounds, "5.255m", std::nullopt},  // three decimals
      {kPounds, "5.5", std::nullopt},     // half a pound
      {kPounds, "5M", std::nullopt},
      {kPounds, "5mm", std::nullopt},
      {kPounds, "5.m", std::nullopt},
      {kPounds, ".5m", std::nullopt},
      {kPounds, "m", std::nullopt},
      {kPounds, "", std::nullopt},
      {kPounds, "-", std::nullopt},
      {kPounds, "£", std::nullopt},
      {kPounds, "$5m", std::nullopt},
      {kPounds, "£-5m", std::nullopt},
      {kPounds, "--5m", std::nullopt},
      {kPounds, "+5m", std::nullopt},
      {kPounds, "1,000,000", std::nullopt},
      {kPounds, "1e6", std::nullopt},
      {kPounds, "0x10", std::nullopt},
      {kPounds, "5\xc2\xa0m", std::nullopt},
      {kPounds, "9007199254740991", 9'007'199'254'740'991},
      {kPounds, "9007199254740992", std::nullopt},
      {kPounds, "9007199255m", std::nullopt},
      {kPounds, "99999999999999999999999", std::nullopt},
      {kPounds, "1.99999999999999999999m", std::nullopt},
      {kLakhs, "2.30 cr", 230},
      {kLakhs, "2.3cr", 230},
      {kLakhs, "2 cr", 200},
      {kLakhs, "230", 230},
      {kLakhs, "230 lakh", 230},
      {kLakhs, "2.301 cr", std::nullopt},
      {kLakhs, "2.30 crore", std::nullopt},
      {kBare, "12", 12},
      {kBare, "12 x", std::nullopt},
      {kMany, "1.234 crore", 1'234'000'000},
      {kMany, "Rs 3 lakh", 30'000'000},
  };
  for (const Read& row : rows) {
    CAPTURE(row.text);
    const std::optional<Money> read = parse_money(row.currency, row.text);
    CHECK(read.has_value() == row.units.has_value());
    if (read && row.units) CHECK(read->units == *row.units);
  }
}

TEST_CASE("every amount that is written is read back, whatever the currency") {
  SplitMix64 chance(8);
  for (int i = 0; i < 20'000; ++i) {
    std::int64_t units = static_cast<std::int64_t>(chance.next() >> (11 + chance.below(50)));
    if (chance.below(3) == 0) units -= units % 100'000;
    if (chance.below(4) == 0) units = -units;
    for (const Currency* currency : {&kPounds, &kLakhs, &kDollars, &kBare, &kMany}) {
      const std::string text = format_money(*currency, {units});
      CAPTURE(text);
      REQUIRE(parse_money(*currency, text) == Money{units});
    }
  }
}
