// The rule set: one immutable value that says everything about how an auction runs.
//
// It composes the rooms' own rule structs and repeats none. An auction pins it in its log by value,
// so old logs replay under the rules they were made with. `lint` tells what cannot work.
#pragma once

#include <string>

#include "libauction/base/bytes.h"
#include "libauction/clock/clock_rules.h"
#include "libauction/format/english.h"
#include "libauction/franchise/retention.h"
#include "libauction/lot/queue.h"
#include "libauction/roster/squad.h"
#include "libauction/rules/currency.h"

namespace auction {

struct OpeningRules {
  bool waiting_room = false;  // wait for the commissioner's begin
  Millis start_delay_ms;      // without a waiting room: from open to begin

  bool operator==(const OpeningRules&) const = default;
};

struct RuleSet {
  std::string name;   // "ipl-2025"
  std::string notes;  // sources, and what is ours where they are silent
  Currency currency;
  Money budget;  // a manager's purse, where the participant brings none
  SquadRules squad;
  EnglishRules english;
  ClockRules clock;
  OrderRules order;
  UnsoldRules unsold;
  RetentionRules retention;
  OpeningRules opening;
  std::uint16_t open_lots = 1;  // at a time, 1..128

  bool operator==(const RuleSet&) const = default;
};

// The shape that deciding, applying and reading rely on: numbers within their ranges, a ladder that
// rises and has no end. Rules of this shape may still say nonsense; that is lint's to tell.
bool well_formed(const RuleSet& rules);

// Canonical bytes: the fields in the order in which they are declared. Reading refuses rules that
// are not well formed, whoever wrote them.
void put(Bytes& out, const RuleSet& rules);
RuleSet read_rule_set(ByteReader& in);  // check in.ok() afterwards
inline void read_own(ByteReader& in, RuleSet& rules) { rules = read_rule_set(in); }

}  // namespace auction
