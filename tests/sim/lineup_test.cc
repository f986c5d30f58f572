#include "libauction/sim/lineup.h"

#include "libauction/sim/characters.h"
#include "tests/catch.h"
#include "tests/support/small_auction.h"

namespace auction {
namespace {

const Setup kSetup = small_setup("pilot-football", 3, 3);

LineupError error_of(std::string_view text) {
  const auto answer = parse_lineup(text, kSetup.participants);
  INFO(text);
  REQUIRE(std::holds_alternative<LineupError>(answer));
  return std::get<LineupError>(answer);
}

Bidders bidders_of(std::string_view text) {
  const auto answer = parse_lineup(text, kSetup.participants);
  INFO(text);
  REQUIRE(std::holds_alternative<Bidders>(answer));
  return std::get<Bidders>(answer);
}

template <class Character>
const Character* as(const Bidders& bidders, std::size_t seat) {
  return dynamic_cast<const Character*>(bidders.at(seat).get());
}

}  // namespace

TEST_CASE("managers get the character they are named with, the star everybody else") {
  const Bidders bidders = bidders_of("Blues=eager;*=valuing:noise=15");
  REQUIRE(as<Eager>(bidders, 1) != nullptr);
  CHECK(as<Eager>(bidders, 1)->over == 25);
  for (const std::size_t seat : {0u, 2u}) {
    REQUIRE(as<Valuing>(bidders, seat) != nullptr);
    CHECK(as<Valuing>(bidders, seat)->noise == 15);
  }
}

TEST_CASE("every character and every parameter can be said") {
  CHECK(as<Pacing>(bidders_of("Reds=pacing:noise=1,raise=2,pace=3"), 0)->pace == 3);
  CHECK(as<Eager>(bidders_of("Reds=eager:over=0"), 0)->over == 0);
  CHECK(as<Timid>(bidders_of("Reds=timid:bids=9,under=40"), 0)->bids == 9);
  CHECK(as<Sniper>(bidders_of("Reds=sniper:last=900"), 0)->last == 900);
  CHECK(as<Absent>(bidders_of("Reds=absent"), 0) != nullptr);
  CHECK(as<Valuing>(bidders_of(""), 2) != nullptr);
  CHECK(as<Sniper>(bidders_of("  Reds = sniper : last = 7 ; "), 0)->last == 7);
}

TEST_CASE("an error names the place and the words that would do") {
  struct Row {
    const char* text;
    std::size_t position;
    const char* says;
  };
  const Row rows[]{
      {"Reds=eagre", 6, "characters are valuing, pacing, eager, timid, sniper, absent"},
      {"Redds=eager", 1, "managers are Reds, Blues, Greens, *"},
      {"Reds=eager;Reds=timid", 12, "is named twice"},
      {"*=eager; *=timid", 10, "is named twice"},
      {"Reds", 1, "must be followed by ="},
      {"Reds:eager", 1, "must be followed by ="},
      {"Reds=eager:noice=3", 12, "parameters are noise, raise, over"},
      {"Reds=absent:noise=3", 13, "parameters are none"},
      {"Reds=eager:noise=101", 18, "from 0 to 100"},
      {"Reds=eager:noise=-1", 18, "from 0 to 100"},
      {"Reds=eager:noise=1.5", 18, "whole number"},
      {"Reds=eager:noise=", 18, "whole number"},
      {"Reds=eager:noise", 12, "must be followed by ="},
      {"Reds=eager:noise=99999999999999999999", 18, "whole number"},
      {"Reds=eager=timid", 6, "may be followed by : and parameters"},
      {"=eager", 1, "is no manager"},
      {";", 1, "must be followed by ="},
  };
  for (const Row& row : rows) {
    const LineupError error = error_of(row.text);
    INFO(row.text << " -> " << error.message);
    CHECK(error.position == row.position);
    CHECK(error.message.find(row.says) != std::string::npos);
  }
}

TEST_CASE("the words are listed with their bounds") {
  CHECK(lineup_help().find("sniper: noise 0..100 (10), raise 0..100 (20), last 1..60000 (1500)") !=
        std::string::npos);
}

}  // namespace auction
