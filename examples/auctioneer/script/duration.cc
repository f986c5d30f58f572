#include "examples/auctioneer/script/duration.h"

#include <fmt/format.h>

namespace auction::script {
namespace {

constexpr std::int64_t kMost = std::int64_t{10'000} * 86'400'000;

struct TimeUnit {
  std::string_view name;
  std::int64_t ms;
};
constexpr TimeUnit kUnits[] = {{"ms", 1}, {"s", 1000}, {"m", 60'000}, {"h", 3'600'000}};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view take_while(std::string_view& text, bool digits) {
  std::size_t n = 0;
  while (n < text.size() && (is_digit(text[n]) || text[n] == '.') == digits) ++n;
  const std::string_view taken = text.substr(0, n);
  text.remove_prefix(n);
  return taken;
}

// "29.999" of a unit, in whole milliseconds.
std::optional<std::int64_t> scaled(std::string_view number, std::int64_t unit_ms) {
  std::int64_t value = 0;
  std::int64_t part = unit_ms;
  bool fraction = false;
  bool digit = false;
  for (const char c : number) {
    if (c == '.') {
      if (fraction) return std::nullopt;
      fraction = true;
    } else if (!fraction) {
      value = value * 10 + (c - '0') * unit_ms;
      if (value > kMost) return std::nullopt;
      digit = true;
    } else {
      if (part % 10 != 0) return std::nullopt;
      part /= 10;
      value += (c - '0') * part;
    }
  }
  if (!digit || number.back() == '.') return std::nullopt;
  return value;
}

}  // namespace

std::optional<Millis> parse_duration(std::string_view text) {
  std::int64_t sum = 0;
  if (text.empty()) return std::nullopt;
  while (!text.empty()) {
    const std::string_view number = take_while(text, true);
    const std::string_view name = take_while(text, false);
    std::int64_t unit_ms = 0;
    for (const TimeUnit& unit : kUnits) {
      if (unit.name == name) unit_ms = unit.ms;
    }
    if (unit_ms == 0 || number.empty()) return std::nullopt;
    const std::optional<std::int64_t> value = scaled(number, unit_ms);
    if (!value || (sum += *value) > kMost) return std::nullopt;
  }
  return Millis{sum};
}

std::string duration_text(Millis length) {
  const std::int64_t whole = length.count / 1000;
  std::int64_t rest = length.count % 1000;
  if (rest == 0) return fmt::format("{}s", whole);
  const bool negative = length.count < 0;
  rest = rest < 0 ? -rest : rest;
  std::string digits = fmt::format("{:03}", rest);
  while (digits.back() == '0') digits.pop_back();
  return fmt::format("{}{}.{}s", negative ? "-" : "", whole < 0 ? -whole : whole, digits);
}

}  // namespace auction::script
