// Fixtures as an iCalendar file (RFC 5545), for people's phones.
//
//   std::string text = calendar_file(season, {.name = "Autumn league", .stamp = now});
//
// One VEVENT a fixture: its UID follows from the season and the fixture's slot, so a later download
// moves the entry and adds none; SEQUENCE is the caller's revision (the season's seq does). Lines
// end in CR LF and are folded at 75 bytes, never inside a character; commas, semicolons,
// backslashes and line ends in texts are escaped. Abandoned fixtures are CANCELLED. Fixtures
// without teams are left out. Times are UTC, so no time zone table is needed.
#pragma once

#include <string>

#include "libauction/season/season.h"

namespace auction {

struct CalendarOptions {
  std::string name;                 // of the calendar, as a client shows it
  std::string host = "libauction";  // the right half of UIDs; a name of the host's own
  Instant stamp;                    // when the file is made: the core reads no clock
  Millis length{7'200'000};         // of a match
};

std::string calendar_file(const Season& season, const CalendarOptions& options);

}  // namespace auction
