// The line-up: who plays how, in one line of text.
//
//   CSK=eager;MI=sniper:last=900;*=valuing:noise=15
//
//   lineup    = clause *( ";" clause )
//   clause    = manager "=" character [ ":" parameter *( "," parameter ) ]
//   manager   = a participant's label, or * for all that are not named
//   character = valuing | pacing | eager | timid | sniper | absent
//   parameter = word "=" whole number
//
// Blanks around words do not count. Whoever is not named, where there is no *, is valuing.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "libauction/auction/setup.h"
#include "libauction/sim/bidder.h"

namespace auction {

struct LineupError {
  std::size_t position = 0;  // of the wrong word in the text, from 1
  std::string message;       // names the word and those that would do
};

std::variant<Bidders, LineupError> parse_lineup(std::string_view text,
                                                std::span<const Participant> participants);

// What can be written, a line each: "sniper: noise 0..100 (10), last 1..60000 (1500)".
std::string lineup_help();

}  // namespace auction
