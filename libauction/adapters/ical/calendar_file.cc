#include "libauction/adapters/ical/calendar_file.h"

#include "libauction/adapters/ical/content_line_internal.h"
#include "libauction/season/calendar.h"

namespace auction {
namespace {

std::string digits(std::int32_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(text.size() < width ? width - text.size() : 0, '0') + text;
}

// "20250115T190000Z"
std::string utc(Instant at) {
  const CivilTime t = civil_of(at);
  return digits(t.year, 4) + digits(t.month, 2) + digits(t.day, 2) + "T" + digits(t.hour, 2) +
         digits(t.minute, 2) + digits(t.second, 2) + "Z";
}

std::string summary_of(const Season& season, const Fixture& fixture) {
  const std::vector<Team>& teams = season.setup->teams;
  const std::string& home = teams[fixture.meeting.home.value].name;
  const std::string& away = teams[fixture.meeting.away.value].name;
  const std::optional<Goals>& goals = fixture.result.goals;
  if (!goals) return home + " - " + away;
  return home + " " + std::to_string(goals->home) + "-" + std::to_string(goals->away) + " " + away;
}

void add_event(std::string& out, const Season& season, std::size_t slot,
               const CalendarOptions& options) {
  const Fixture& fixture = season.fixtures[slot];
  const Meeting& meeting = fixture.meeting;
  const bool abandoned = fixture.result.status == FixtureStatus::kAbandoned;
  add_line(out, "BEGIN", "VEVENT");
  add_line(out, "UID",
           to_text(season.setup->season) + "-" + std::to_string(slot) + "@" + options.host);
  add_line(out, "DTSTAMP", utc(options.stamp));
  add_line(out, "SEQUENCE", std::to_string(season.seq));
  add_line(out, "DTSTART", utc(meeting.starts_at));
  add_line(out, "DTEND", utc(meeting.starts_at + options.length));
  add_line(out, "SUMMARY", ical_text(summary_of(season, fixture)));
  if (!meeting.venue.empty()) add_line(out, "LOCATION", ical_text(meeting.venue));
  if (!meeting.round.empty()) add_line(out, "DESCRIPTION", ical_text(meeting.round));
  add_line(out, "STATUS", abandoned ? "CANCELLED" : "CONFIRMED");
  add_line(out, "END", "VEVENT");
}

}  // namespace

std::string calendar_file(const Season& season, const CalendarOptions& options) {
  std::string out;
  add_line(out, "BEGIN", "VCALENDAR");
  add_line(out, "VERSION", "2.0");
  add_line(out, "PRODID", "-//libauction//fixtures//EN");
  add_line(out, "CALSCALE", "GREGORIAN");
  add_line(out, "METHOD", "PUBLISH");
  if (!options.name.empty()) add_line(out, "X-WR-CALNAME", ical_text(options.name));
  for (std::size_t slot = 0; slot < season.fixtures.size(); ++slot) {
    if (season.fixtures[slot].meeting.home != kNoTeam) add_event(out, season, slot, options);
  }
  add_line(out, "END", "VCALENDAR");
  return out;
}

}  // namespace auction
