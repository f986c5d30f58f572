// Presets: rule sets of real leagues and of the pilot, ready to use.
//
//   pilot-football  500m, 3 clubs, 30 s, floor 10 s, any higher amount on a grid of 100,000, drawn
//                   and hidden order, one re-offer round
//   pilot-cricket   the same for players
//   ipl-2025        120 crore, squad 18-25, overseas 8, fixed next price, sets (the clock is ours)
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "libauction/rules/rule_set.h"

namespace auction {

std::span<const std::string_view> preset_names();
std::optional<RuleSet> preset(std::string_view name);

}  // namespace auction
