// JSON for people's eyes: what fits on a line stays on it, everything else is indented by two.
#pragma once

#include <string>
#include <string_view>

namespace auction {

// `json` must be JSON; blanks outside of texts are dropped. The result ends with a line feed.
std::string pretty_json(std::string_view json, std::size_t width = 100);

}  // namespace auction
