// Rule sets inside other messages.
#pragma once

#include "libauction/adapters/json/place_internal.h"
#include "libauction/adapters/json/writer_internal.h"
#include "libauction/rules/rule_set.h"

namespace auction {

void read(const JsonPlace& place, RuleSet& rules);
void write(JsonWriter& json, const RuleSet& rules);

}  // namespace auction
