// Bytes as lower-case hexadecimal text, and back.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auction {

// 0..15, or -1 for anything that is not a lower-case hexadecimal digit.
constexpr int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string to_hex(std::span<const std::uint8_t> bytes);

// False (and `out` unspecified) for an odd length or another character.
bool parse_hex(std::string_view text, std::vector<std::uint8_t>& out);

}  // namespace auction
