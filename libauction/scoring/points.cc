#include "libauction/scoring/points.h"

namespace auction {
namespace {

constexpr std::int64_t kMostWhole = 1'000'000'000;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::string points_text(std::int64_t units, std::int32_t scale) {
  const std::int64_t size = units < 0 ? -units : units;
  std::string text = units < 0 ? "-" : "";
  text += std::to_string(size / scale);
  std::int64_t rest = size % scale;
  if (rest == 0) return text;
  text.push_back('.');
  while (rest != 0) {
    rest *= 10;
    text.push_back(static_cast<char>('0' + rest / scale));
    rest %= scale;
  }
  return text;
}

std::optional<std::int64_t> read_points(std::string_view text, std::int32_t scale) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  std::size_t at = 0;
  std::int64_t whole = 0;
  for (; at < text.size() && is_digit(text[at]); ++at) {
    whole = whole * 10 + (text[at] - '0');
    if (whole > kMostWhole) return std::nullopt;
  }
  if (at == 0) return std::nullopt;
  std::int64_t hundredths = 0;
  if (at < text.size()) {
    const std::string_view decimals = text.substr(at + 1);
    if (text[at] != '.' || decimals.empty()) return std::nullopt;
    for (std::size_t i = 0; i < decimals.size(); ++i) {
      // A third decimal is no multiple of any unit, unless it is a zero.
      if (!is_digit(decimals[i]) || (i >= 2 && decimals[i] != '0')) return std::nullopt;
      if (i < 2) hundredths += (decimals[i] - '0') * (i == 0 ? 10 : 1);
    }
  }
  const std::int64_t scaled = (whole * 100 + hundredths) * scale;
  if (scaled % 100 != 0) return std::nullopt;
  return negative ? -scaled / 100 : scaled / 100;
}

}  // namespace auction
