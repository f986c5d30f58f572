// Which records are secret, and for how long.
//
// A record is secret while its body tells more than the rules let anybody see. Today that is one:
// the draw of a hidden order, which holds the order and its seed, until the auction has ended. It
// is shown to members withheld (no body, no salt) and disclosed afterwards; hash and seq are the
// same.
//
//   Record shown = is_secret(record, *state.rules, state.status) ? withhold(record) : record;
//
// Pure functions: any thread.
#pragma once

#include "libauction/auction/state.h"
#include "libauction/log/record.h"

namespace auction {

bool is_secret(const Event& event, const RuleSet& rules, Status status);

// Reads the types of the events in the body; a withheld record has nothing to hide any more.
bool is_secret(const Record& record, const RuleSet& rules, Status status);

// What is disclosed when, in the wire's word: "completed".
inline constexpr std::string_view kWithheldUntil = "completed";

}  // namespace auction
