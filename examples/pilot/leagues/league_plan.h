// A league's plan: its settings and rules as the bodies of POST and PATCH /leagues say them.
//
// The rules are a preset's (or the body's own, in `rules`) with the numbers that are named beside
// it; what is not named stays as it was.
//
//   LeaguePlan plan = read_plan(fields, body, start_of_plan(fields, body, settings));
//   if (!fields.faults().empty()) return malformed(fields.faults());
#pragma once

#include "examples/pilot/api/body.h"
#include "examples/pilot/settings/settings.h"
#include "libauction/league/league.h"

namespace pilot {

struct LeaguePlan {
  LeagueSettings settings;
  RuleSet rules;
};

// What a new league begins with, by its sport, `preset` and `rules`.
LeaguePlan start_of_plan(Fields& fields, const Json& body, const Settings& settings);

// With everything the body names; what lint finds wrong is a fault of the field that caused it.
LeaguePlan read_plan(Fields& fields, LeaguePlan plan, const Settings& settings);

// What a league has chosen, as a plan.
LeaguePlan plan_of(const League& league);

// The members of a league's payload that tell its rules: "budget" ... "reservePerSlot".
void add_rules(Json& json, const RuleSet& rules);
std::int64_t timer_seconds(const RuleSet& rules);
std::int64_t anti_snipe_seconds(const RuleSet& rules);

}  // namespace pilot
