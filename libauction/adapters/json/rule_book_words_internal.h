// The words that rule books are written and read with.
#pragma once

#include <array>
#include <string_view>

namespace auction {

inline constexpr std::array<std::string_view, 4> kSportWords{"clubs", "football", "cricket",
                                                             "other"};  // in the order of Sport

}  // namespace auction
