// Standings of a hundred thousand leagues over one season: each recomputed from its fixtures, and
// each asked of one sheet of points that all of them share.
#include "benchmarks/harness.h"
#include "libauction/base/random.h"
#include "libauction/scoring/rule_books.h"
#include "libauction/season/apply.h"
#include "libauction/standings/points_sheet.h"

using namespace auction;

namespace {

constexpr std::size_t kLeagues = 100'000;
constexpr std::size_t kRecomputed = 1'000;  // the slow way, for a part of them
constexpr std::uint16_t kClubs = 36;
constexpr std::uint8_t kManagers = 8;

// 36 clubs, everybody against everybody once: 630 matches.
Season season_of() {
  SeasonSetup setup;
  Catalogue clubs;
  for (std::uint16_t i = 0; i < kClubs; ++i) {
    Asset& club = clubs.assets.emplace_back();
    club.external_id = club.name = "C" + std::to_string(i);
  }
  setup.teams = teams_of(clubs);
  setup.catalogue = Shared<Catalogue>(std::move(clubs));
  for (std::uint8_t i = 0; i < kManagers; ++i) {
    setup.members.push_back({{1, i}, "M" + std::to_string(i)});
  }
  setup.book = "pilot-football-clubs";
  Season season;
  apply(season, SeasonCreated{Shared<SeasonSetup>(std::move(setup))}, {});
  SplitMix64 chance(1);
  for (std::uint16_t home = 0; home < kClubs; ++home) {
    for (std::uint16_t away = 0; away < home; ++away) {
      const FixtureSlot slot{static_cast<std::uint32_t>(season.fixtures.size())};
      const Instant at{static_cast<std::int64_t>(1000 + chance.below(1000))};
      apply(season, FixtureAdded{{"", {home}, {away}, at, "", ""}}, {});
      const auto goals = [&] { return static_cast<std::int32_t>(chance.below(5)); };
      apply(season, ResultSet{slot, {FixtureStatus::kFinal, Goals{goals(), goals()}}, ""}, {});
    }
  }
  return season;
}

// 24 of the clubs, three a manager; four of them change hands in the middle.
std::vector<Stint> stints_of(std::uint64_t league) {
  SplitMix64 chance(league);
  std::vector<std::uint16_t> clubs(kClubs);
  for (std::uint16_t i = 0; i < kClubs; ++i) clubs[i] = i;
  shuffle(std::span<std::uint16_t>(clubs), chance);
  std::vector<ManagerSlot> owner(kClubs, kNoManager);
  std::vector<bool> traded(kClubs, false);
  for (std::uint8_t i = 0; i < 24; ++i) {
    owner[clubs[i]] = {static_cast<std::uint8_t>(i % kManagers)};
    traded[clubs[i]] = i < 4;
  }
  std::vector<Stint> stints;
  for (std::uint16_t i = 0; i < kClubs; ++i) {
    if (owner[i] == kNoManager) continue;
    stints.push_back({{i}, Instant{0}, owner[i]});
    if (traded[i]) stints.push_back({{i}, Instant{1500}, {0}});
  }
  return stints;
}

}  // namespace

int main(int argc, char** argv) {
  const RuleBook book = *rule_book("pilot-football-clubs");
  const TieBreaks names = tie_breaks_of(book.sport);
  Season season = season_of();
  const PointsSheet sheet(season, book, names);
  std::vector<std::vector<Stint>> leagues;
  for (std::size_t i = 0; i < kLeagues; ++i) leagues.push_back(stints_of(i));
  for (std::size_t i = 0; i < 100; ++i) {
    season.stints = leagues[i];
    if (standings_of(season, book, names) != standings_of(sheet, season.members, leagues[i], {})) {
      return std::puts("the sheet and the recomputation differ"), 1;
    }
  }
  const auto recomputed = [&] {
    return bench::timed([&] {
             for (std::size_t i = 0; i < kRecomputed; ++i) {
               season.stints = leagues[i];
               bench::keep(standings_of(season, book, names));
             }
           }) *
           kLeagues / kRecomputed;
  };
  const auto shared = [&] {
    return bench::timed([&] {
      for (const std::vector<Stint>& stints : leagues) {
        bench::keep(standings_of(sheet, season.members, stints, {}));
      }
    });
  };
  bench::Table table("standings", argc, argv);
  const bench::Row row =
      table.compare("a league's standings, 630 matches", {"recomputed", recomputed},
                    {"shared sheet", shared}, kLeagues, 0);
  table.note("100,000 leagues: " + std::to_string(row.ours.median * kLeagues / 1e9) + " s");
  return table.finish();
}
