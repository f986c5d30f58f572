// Files of a competition: fixtures, scores, results, names; whatever reads must make one season,
// and the same file again must change nothing.
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/adapters/ical/calendar_file.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/season/apply.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

Season season_with(const std::vector<Team>& teams) {
  SeasonSetup setup;
  setup.teams = teams;
  setup.figures = {"runs", "wickets", "catches", "stumpings", "run_outs"};
  setup.book = "none";
  Season season;
  SeasonEvents events;
  const SeasonCommand create = CreateSeason{Shared<SeasonSetup>(std::move(setup))};
  if (decide(season, create, {kHost, {}}, events).empty()) apply(season, events, {});
  return season;
}

void check_twice(Season season, const SeasonCommand& import) {
  if (!season.created) return;
  SeasonEvents events;
  if (!decide(season, import, {kHost, {}}, events).empty()) {
    return fuzz::require(events.empty(), "a refused import has no event");
  }
  apply(season, events, {});
  fuzz::require(decide(season, import, {kHost, {}}, events).empty(), "it fits again");
  fuzz::require(events.empty(), "the same file again changes nothing");
  Bytes bytes;
  put(bytes, season);
  fuzz::require(read_season(bytes) == season, "the season's bytes read as the season");
  (void)calendar_file(season, {});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = fuzz::text_of(data, size);
  if (const auto file = fixtures_from_csv(text); file.ok()) {
    check_twice(season_with(teams_of(file->rows)), ImportFixtures{file->rows});
  }
  if (const auto file = results_from_football_data(text); file.ok()) {
    check_twice(season_with(teams_of(file->rows)), ImportFixtures{file->rows});
  }
  if (const auto file = fixtures_from_openfootball(text); file.ok()) {
    check_twice(season_with(teams_of(file->rows)), ImportFixtures{file->rows});
  }
  const std::vector<std::string> figures{"runs", "wickets", "catches", "stumpings", "run_outs"};
  if (const auto file = scores_from_csv(text, figures); file.ok()) {
    check_twice(season_with({}), ImportFigures{file->rows, true});
  }
  (void)names_from_csv(text);
  (void)deductions_from_csv(text);
  const Bytes bytes(data, data + size);
  ByteReader in(bytes);
  while (in.left() > 0 && read_season_event(in)) continue;
  (void)read_season(bytes);
  return 0;
}
