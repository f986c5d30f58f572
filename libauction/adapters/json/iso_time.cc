#include "libauction/adapters/json/iso_time.h"

#include <fmt/format.h>

#include <charconv>

namespace auction {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kDaysInEra = 146'097;  // 400 years

struct Date {
  std::int64_t year;
  int month;
  int day;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b < 0 ? 1 : 0);
}

// Howard Hinnant, "chrono-compatible low-level date algorithms": years begin in March.
Date date_of(std::int64_t days) {
  days += 719'468;
  const std::int64_t era = floor_div(days, kDaysInEra);
  const std::int64_t doe = days - era * kDaysInEra;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const auto day = static_cast<int>(doy - (153 * mp + 2) / 5 + 1);
  const auto month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

std::int64_t days_of(const Date& date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t yoe = year - era * 400;
  const std::int64_t mp = date.month > 2 ? date.month - 3 : date.month + 9;
  const std::int64_t doy = (153 * mp + 2) / 5 + date.day - 1;
  return era * kDaysInEra + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719'468;
}

bool digits(std::string_view text, int& value) {
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

// The year, taken off the front together with the dash behind it.
std::optional<std::int64_t> take_year(std::string_view& text) {
  const std::size_t dash = text.find('-', 1);
  if (dash == std::string_view::npos || dash > 12) return std::nullopt;
  const bool plus = text.front() == '+';
  std::int64_t year = 0;
  const char* const begin = text.data() + (plus ? 1 : 0);
  const auto end = std::from_chars(begin, text.data() + dash, year);
  if (end.ec != std::errc() || end.ptr != text.data() + dash) return std::nullopt;
  text.remove_prefix(dash + 1);
  return year;
}

}  // namespace

std::string iso_time(Instant at) {
  const std::int64_t days = floor_div(at.unix_ms, kDayMs);
  const std::int64_t rest = at.unix_ms % kDayMs;
  const std::int64_t ms = rest < 0 ? rest + kDayMs : rest;
  const Date date = date_of(days);
  const bool plain = date.year >= 0 && date.year <= 9999;
  const std::string year =
      plain ? fmt::format("{:04}", date.year) : fmt::format("{:+07}", date.year);
  return fmt::format("{}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", year, date.month, date.day,
                     ms / 3'600'000, ms / 60'000 % 60, ms / 1000 % 60, ms % 1000);
}

std::optional<Instant> parse_iso_time(std::string_view text) {
  std::string_view rest = text;
  const std::optional<std::int64_t> year = rest.empty() ? std::nullopt : take_year(rest);
  if (!year || rest.size() != 19) return std::nullopt;
  int month = 0, day = 0, hour = 0, minute = 0, second = 0, ms = 0;
  if (!digits(rest.substr(0, 2), month) || !digits(rest.substr(3, 2), day) ||
      !digits(rest.substr(6, 2), hour) || !digits(rest.substr(9, 2), minute) ||
      !digits(rest.substr(12, 2), second) || !digits(rest.substr(15, 3), ms)) {
    return std::nullopt;
  }
  std::int64_t days = days_of({*year, month, day});
  std::int64_t in_day = ((hour * 60 + minute) * 60 + second) * std::int64_t{1000} + ms;
  if (days <
      0) {  // counted back from the day's end, so that the earliest instant does not overflow
    ++days;
    in_day -= kDayMs;
  }
  Instant at;
  if (__builtin_mul_overflow(days, kDayMs, &at.unix_ms) ||
      __builtin_add_overflow(at.unix_ms, in_day, &at.unix_ms)) {
    return std::nullopt;
  }
  // Separators, ranges and the calendar all at once: the text must be the one we would write.
  if (iso_time(at) != text) return std::nullopt;
  return at;
}

}  // namespace auction
