// Instants as ISO 8601 text in UTC with milliseconds: "2025-10-16T18:40:21.120Z".
//
// Exact both ways, for every instant: years outside 0000..9999 have a sign and at least six digits,
// as in ECMAScript. Reading takes this form alone, so one instant has one text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libauction/base/instant.h"

namespace auction {

std::string iso_time(Instant at);
std::optional<Instant> parse_iso_time(std::string_view text);

}  // namespace auction
