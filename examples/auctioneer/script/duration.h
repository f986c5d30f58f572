// Lengths of time as people write them: 25s, 29.999s, 500ms, 1m30s, 8h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "libauction/base/instant.h"

namespace auction::script {

// Nothing for other text, for a fraction of a millisecond, and above 10,000 days.
std::optional<Millis> parse_duration(std::string_view text);

// In seconds, exact: "35s", "29.999s".
std::string duration_text(Millis length);

}  // namespace auction::script
