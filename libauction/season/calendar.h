// Calendar dates and instants: arithmetic, no clock and no time zone data.
//
//   read_instant("2025-01-15T19:00:00Z")       read_instant("2025-01-15T20:00+01:00")   the same
//   civil_of(instant) -> {2025, 1, 15, 19, 0, 0}
//
// A text needs its zone: an instant without one is a guess. Source of the arithmetic: Howard
// Hinnant, "chrono-compatible low-level date algorithms".
#pragma once

#include <optional>
#include <string_view>

#include "libauction/base/instant.h"

namespace auction {

// In UTC, of the Gregorian calendar.
struct CivilTime {
  std::int32_t year = 1970;
  std::int32_t month = 1;
  std::int32_t day = 1;
  std::int32_t hour = 0;
  std::int32_t minute = 0;
  std::int32_t second = 0;

  bool operator==(const CivilTime&) const = default;
};

// Nothing for a day, an hour or a second that is not there (February 30, 24:00, a leap second), and
// for years outside 1..9999.
std::optional<Instant> instant_of(const CivilTime& time);
CivilTime civil_of(Instant at);  // of a year from 1 to 9999; fractions of a second are cut

// ISO 8601: date, T or a blank, hours and minutes, optional seconds and up to three decimals, then
// Z, +hh:mm or +hhmm.
std::optional<Instant> read_instant(std::string_view text);

// "2024-08-16", "16/08/2024" or "16/08/24" (70..99 are 1970..1999): midnight UTC of that day.
std::optional<Instant> read_day(std::string_view text);

// "19:30" as a length of time after midnight.
std::optional<Millis> read_time_of_day(std::string_view text);

}  // namespace auction
