#include "libauction/base/id.h"

#include "libauction/base/hex.h"

namespace auction {
namespace {

constexpr int kTextLength = 36;
constexpr bool is_dash(int i) { return i == 8 || i == 13 || i == 18 || i == 23; }

}  // namespace

std::string uuid_text(std::uint64_t hi, std::uint64_t lo) {
  std::string text(kTextLength, '-');
  int shift = 124;
  for (int i = 0; i < kTextLength; ++i) {
    if (is_dash(i)) continue;
    const std::uint64_t half = shift >= 64 ? hi >> (shift - 64) : lo >> shift;
    text[static_cast<std::size_t>(i)] = "0123456789abcdef"[half & 15];
    shift -= 4;
  }
  return text;
}

bool parse_uuid(std::string_view text, std::uint64_t& hi, std::uint64_t& lo) {
  if (text.size() != kTextLength) return false;
  std::uint64_t h = 0;
  std::uint64_t l = 0;
  for (int i = 0; i < kTextLength; ++i) {
    const char c = text[static_cast<std::size_t>(i)];
    if (is_dash(i)) {
      if (c != '-') return false;
      continue;
    }
    const int digit = hex_value(c);
    if (digit < 0) return false;
    h = (h << 4) | (l >> 60);
    l = (l << 4) | static_cast<std::uint64_t>(digit);
  }
  hi = h;
  lo = l;
  return true;
}

}  // namespace auction
