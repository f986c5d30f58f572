// The text form of a rate band: "[5,6]", "(10.5,11]", "(,4)".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libauction/scoring/rule_book.h"

namespace auction {

// The band without its points; nothing for a text that is no interval. Edges have two decimals at
// most.
std::optional<RateBand> band_of(std::string_view text);

std::string interval_text(const RateBand& band);

}  // namespace auction
