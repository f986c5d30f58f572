#include "libauction/season/calendar.h"

namespace auction {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kMinuteMs = 60'000;

std::int64_t days_of(std::int64_t year, std::int64_t month, std::int64_t day) {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t yoe = year - era * 400;
  const std::int64_t doy = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
  return era * 146'097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719'468;
}

std::int32_t days_in(std::int32_t year, std::int32_t month) {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Takes fixed fields off the front of a text; after the first misfit nothing fits any more.
struct Scanner {
  std::string_view rest;
  bool good = true;

  std::int32_t number(std::size_t digits) {
    std::int32_t value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
      if (rest.empty() || rest.front() < '0' || rest.front() > '9') return fail();
      value = value * 10 + (rest.front() - '0');
      rest.remove_prefix(1);
    }
    return value;
  }
  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void need(char c) {
    if (!take(c)) fail();
  }
  std::int32_t fail() {
    good = false;
    return 0;
  }
  bool finished() const { return good && rest.empty(); }
};

std::int32_t milliseconds(Scanner& in) {
  std::int32_t value = 0;
  std::int32_t digits = 0;
  while (digits < 3 && !in.rest.empty() && in.rest.front() >= '0' && in.rest.front() <= '9') {
    value = value * 10 + in.number(1);
    ++digits;
  }
  if (digits == 0) return in.fail();
  for (; digits < 3; ++digits) value *= 10;
  return value;
}

// Minutes east of UTC.
std::int32_t zone(Scanner& in) {
  if (in.take('Z')) return 0;
  const bool west = in.take('-');
  if (!west) in.need('+');
  const std::int32_t hours = in.number(2);
  in.take(':');
  const std::int32_t minutes = in.number(2);
  if (hours > 14 || minutes > 59) return in.fail();
  return (west ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::optional<Instant> instant_of(const CivilTime& t) {
  if (t.year < 1 || t.year > 9999 || t.month < 1 || t.month > 12) return std::nullopt;
  if (t.day < 1 || t.day > days_in(t.year, t.month)) return std::nullopt;
  if (t.hour < 0 || t.hour > 23 || t.minute < 0 || t.minute > 59) return std::nullopt;
  if (t.second < 0 || t.second > 59) return std::nullopt;
  const std::int64_t seconds_of_day = (t.hour * 60 + t.minute) * 60 + t.second;
  return Instant{days_of(t.year, t.month, t.day) * kDayMs + seconds_of_day * 1000};
}

CivilTime civil_of(Instant at) {
  const std::int64_t rest = ((at.unix_ms % kDayMs) + kDayMs) % kDayMs;
  const std::int64_t days = (at.unix_ms - rest) / kDayMs + 719'468;
  const std::int64_t era = (days >= 0 ? days : days - 146'096) / 146'097;
  const std::int64_t doe = days - era * 146'097;
  const std::int64_t yoe = (doe - doe / 1460 + doe / 36'524 - doe / 146'096) / 365;
  const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::int64_t mp = (5 * doy + 2) / 153;
  const std::int64_t month = mp < 10 ? mp + 3 : mp - 9;
  CivilTime time;
  time.year = static_cast<std::int32_t>(yoe + era * 400 + (month <= 2 ? 1 : 0));
  time.month = static_cast<std::int32_t>(month);
  time.day = static_cast<std::int32_t>(doy - (153 * mp + 2) / 5 + 1);
  time.hour = static_cast<std::int32_t>(rest / 3'600'000);
  time.minute = static_cast<std::int32_t>(rest / kMinuteMs % 60);
  time.second = static_cast<std::int32_t>(rest / 1000 % 60);
  return time;
}

std::optional<Instant> read_instant(std::string_view text) {
  Scanner in{text};
  CivilTime time;
  time.year = in.number(4), in.need('-');
  time.month = in.number(2), in.need('-');
  time.day = in.number(2);
  if (!in.take('T')) in.need(' ');
  time.hour = in.number(2), in.need(':');
  time.minute = in.number(2);
  std::int32_t ms = 0;
  if (in.take(':')) {
    time.second = in.number(2);
    if (in.take('.')) ms = milliseconds(in);
  }
  const std::int32_t minutes_east = zone(in);
  const std::optional<Instant> at = instant_of(time);
  if (!in.finished() || !at) return std::nullopt;
  return Instant{at->unix_ms + ms - minutes_east * kMinuteMs};
}

std::optional<Instant> read_day(std::string_view text) {
  Scanner in{text};
  CivilTime time;
  if (text.size() == 10 && text[4] == '-') {
    time.year = in.number(4), in.need('-');
    time.month = in.number(2), in.need('-');
    time.day = in.number(2);
  } else {
    time.day = in.number(2), in.need('/');
    time.month = in.number(2), in.need('/');
    const bool full = in.rest.size() == 4;
    time.year = in.number(full ? 4 : 2);
    if (!full) time.year += time.year < 70 ? 2000 : 1900;
  }
  return in.finished() ? instant_of(time) : std::nullopt;
}

std::optional<Millis> read_time_of_day(std::string_view text) {
  Scanner in{text};
  const std::int32_t hour = in.number(2);
  in.need(':');
  const std::int32_t minute = in.number(2);
  if (!in.finished() || hour > 23 || minute > 59) return std::nullopt;
  return Millis{(hour * 60 + minute) * kMinuteMs};
}

}  // namespace auction
