#include "libauction/adapters/ical/calendar_file.h"

#include <algorithm>

#include "libauction/base/utf8.h"
#include "libauction/season/calendar.h"
#include "tests/catch.h"
#include "tests/season/small_season.h"

using namespace auction;

namespace {

// Unfolded lines; fails the test where a line is too long or ends in anything but CR LF.
std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = text.substr(at, end - at);
    CHECK(line.size() <= 75);
    CHECK(utf8_prefix(line) == line.size());
    CHECK(line.find_first_of("\r\n") == std::string::npos);
    if (line.starts_with(' ')) {
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    at = end + 2;
  }
  return lines;
}

Table fixtures() {
  Table table;
  FixtureRow final = row(*read_instant("2025-01-15T19:00:00Z"), "ARS", "INT", "m1");
  final.venue = "Etihad; Manchester, Block C\\D";
  final.round = "Round\n1";
  final.goals = Goals{2, 1};
  (void)table.act(ImportFixtures{{final, row(day(20'000), "PSG", "INM", "m2")}});
  (void)table.act(ImportFigures{{{"no teams", "ARS", {1, 1}}}, true});
  return table;
}

}  // namespace

TEST_CASE("a calendar is one event a fixture, ended by CR LF and escaped") {
  const Table table = fixtures();
  const std::vector<std::string> lines =
      lines_of(calendar_file(table.season, {"Small, league", "example.org", day(19'000)}));
  const std::vector<std::string> begin(lines.begin(), lines.begin() + 17);
  CHECK(begin == std::vector<std::string>{
                     "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//libauction//fixtures//EN",
                     "CALSCALE:GREGORIAN", "METHOD:PUBLISH", "X-WR-CALNAME:Small\\, league",
                     "BEGIN:VEVENT", "UID:00000000-0000-0000-0000-000000000000-0@example.org",
                     "DTSTAMP:20220108T000000Z", "SEQUENCE:" + std::to_string(table.season.seq),
                     "DTSTART:20250115T190000Z", "DTEND:20250115T210000Z",
                     "SUMMARY:Club ARS 2-1 Club INT",
                     "LOCATION:Etihad\\; Manchester\\, Block C\\\\D", "DESCRIPTION:Round\\n1",
                     "STATUS:CONFIRMED", "END:VEVENT"});
  CHECK(std::count(lines.begin(), lines.end(), "BEGIN:VEVENT") == 2);
  CHECK(lines.back() == "END:VCALENDAR");
}

TEST_CASE("long texts are folded between characters") {
  Table table;
  FixtureRow far = row(day(20'000), "ARS", "INT", "m1");
  for (int i = 0; i < 40; ++i) far.venue += "ü€";  // five bytes
  (void)table.act(ImportFixtures{{far}});
  const std::vector<std::string> lines = lines_of(calendar_file(table.season, {}));
  CHECK(std::count(lines.begin(), lines.end(), "LOCATION:" + far.venue) == 1);
}

TEST_CASE("a moved fixture keeps its UID, an abandoned one is cancelled") {
  Table table = fixtures();
  const std::string before = calendar_file(table.season, {});
  (void)table.act(ImportFixtures{{row(day(20'002), "PSG", "INM", "m2")}});
  (void)table.act(SetResult{fixture(1), {FixtureStatus::kAbandoned, std::nullopt}, "snow"});
  const std::string after = calendar_file(table.season, {});
  const std::string uid = "-1@libauction\r\n";
  CHECK(before.find(uid) != std::string::npos);
  CHECK(after.find(uid) != std::string::npos);
  CHECK(before.find("STATUS:CANCELLED") == std::string::npos);
  CHECK(after.find("STATUS:CANCELLED") != std::string::npos);
}
