// Strict JSON: what a stranger's text must keep to before anything is made of it.
//
//   json_fault(R"({"a":1,"a":2})") -> "the key \"a\" comes twice"
//
// Refused: what is no JSON, text that is not UTF-8, nesting deeper than 16, a key that comes twice
// in one object, and objects of more than 1,000 members.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pilot {

inline constexpr std::size_t kMostJsonDepth = 16;
inline constexpr std::size_t kMostJsonMembers = 1'000;

// What is wrong with it, or nothing.
std::optional<std::string> json_fault(std::string_view text);

}  // namespace pilot
