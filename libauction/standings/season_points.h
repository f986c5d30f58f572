// Season points: what each asset earned in each match, by a rule book. A pure fold of the season.
//
// Clubs earn by the goals of their fixture, players by their figures; a club's asset and its team
// are joined by external id. Figures are joined to the book's by name; the ones a season does not
// keep are 0. A figure named second_runs is the book's runs in a second innings: a row of its own
// for a book that scores by innings, added to the first for any other. A player's position is the
// first of his roles that the book knows. A live match counts as it stands, an abandoned one not at
// all.
//
//   SeasonScorer scorer(*season.setup, book);
//   scorer.each(season.fixtures[0], [](AssetSlot asset, std::int64_t units, Stats stats) { ... });
#pragma once

#include "libauction/scoring/score.h"
#include "libauction/season/season.h"

namespace auction {

using Stats = std::span<const std::int32_t>;  // in the order of the book's stats

inline constexpr std::string_view kSecondInnings = "second_";

class SeasonScorer {
 public:
  // The book must outlive the scorer; the set-up is read here and not kept.
  SeasonScorer(const SeasonSetup& setup, const RuleBook& book);

  // Calls take(asset, units, stats) for each asset that counts in the fixture, in no stated order.
  template <class Take>
  void each(const Fixture& fixture, Take take) {
    if (fixture.result.status == FixtureStatus::kAbandoned) return;
    if (book_->sport == Sport::kClubs) return each_club(fixture, take);
    for (const FigureLine& line : fixture.figures) {
      const std::int64_t units = points_of_line(line);
      take(line.asset, units, Stats(stats_));
    }
  }

 private:
  template <class Take>
  void each_club(const Fixture& fixture, Take& take) {
    if (!fixture.result.goals || fixture.meeting.home == kNoTeam) return;
    const Goals goals = *fixture.result.goals;
    club(fixture.meeting.home, goals.home, goals.away, take);
    club(fixture.meeting.away, goals.away, goals.home, take);
  }

  template <class Take>
  void club(TeamSlot team, std::int32_t scored, std::int32_t conceded, Take& take) {
    const std::int32_t asset = asset_of_team_[team.value];
    if (asset < 0) return;
    const Row row = row_of_club(scored, conceded);
    take(AssetSlot{static_cast<std::uint16_t>(asset)}, points(*book_, row), row.stats);
  }

  std::int64_t points_of_line(const FigureLine& line);  // leaves the line's sums in stats_
  Row row_of_club(std::int32_t scored, std::int32_t conceded);

  const RuleBook* book_;
  std::vector<std::int32_t> asset_of_team_;   // -1: nobody can own this team
  std::vector<std::int32_t> stat_of_figure_;  // -1: the book does not ask for it
  std::vector<std::int32_t>
      second_of_figure_;                // likewise; empty where no figure is of a second innings
  std::vector<std::uint8_t> position_;  // of each asset of the catalogue
  std::vector<std::int32_t> stats_;     // the row being scored
  std::vector<std::int32_t> second_;    // and its second innings
};

}  // namespace auction
