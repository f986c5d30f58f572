#include "libauction/standings/league_table.h"

#include "libauction/standings/rank.h"

namespace auction {
namespace {

using Group = std::vector<std::size_t>;  // rows that are still level

// What the matches of a group come to, for one row.
struct TeamSum {
  std::int64_t points = 0;
  std::int64_t goals_for = 0;
  std::int64_t goals_against = 0;
  std::int64_t away_goals = 0;
  std::int64_t away_wins = 0;
};

struct Sums {
  const TableRules& rules;
  std::vector<TeamSum> of;

  void add(const Match& match) {
    TeamSum& home = of[match.home.value];
    TeamSum& away = of[match.away.value];
    const std::int32_t difference = match.goals.home - match.goals.away;
    home.points += difference > 0 ? rules.win : difference == 0 ? rules.draw : 0;
    away.points += difference < 0 ? rules.win : difference == 0 ? rules.draw : 0;
    home.goals_for += match.goals.home, home.goals_against += match.goals.away;
    away.goals_for += match.goals.away, away.goals_against += match.goals.home;
    away.away_goals += match.goals.away;
    away.away_wins += difference < 0 ? 1 : 0;
  }
};

Sums sums_of(std::size_t teams, std::span<const Match> matches, const TableRules& rules,
             const std::vector<bool>& among) {
  Sums sums{rules, std::vector<TeamSum>(teams)};
  for (const Match& match : matches) {
    if (among[match.home.value] && among[match.away.value]) sums.add(match);
  }
  return sums;
}

std::int64_t value_of(TieBreak tie_break, const TableRow& row, const TeamSum& all,
                      const TeamSum& between) {
  switch (tie_break) {
    case TieBreak::kGoalDifference:
      return goal_difference(row);
    case TieBreak::kGoalsFor:
      return row.goals_for;
    case TieBreak::kWins:
      return row.won;
    case TieBreak::kAwayGoals:
      return all.away_goals;
    case TieBreak::kAwayWins:
      return all.away_wins;
    case TieBreak::kPointsBetween:
      return between.points;
    case TieBreak::kGoalDifferenceBetween:
      return between.goals_for - between.goals_against;
    case TieBreak::kGoalsBetween:
      return between.goals_for;
    case TieBreak::kAwayGoalsBetween:
      return between.away_goals;
  }
  return 0;
}

class Ordering {
 public:
  Ordering(std::vector<TableRow>& rows, std::span<const Match> matches, const TableRules& rules)
      : rows_(rows),
        matches_(matches),
        rules_(rules),
        all_(sums_of(rows.size(), matches, rules, std::vector<bool>(rows.size(), true))) {}

  std::vector<TableRow> finish() {
    Group everybody(rows_.size());
    for (std::size_t i = 0; i < rows_.size(); ++i) everybody[i] = i;
    part(everybody, [&](std::size_t row) { return std::int64_t{rows_[row].points}; }, 0);
    return std::move(ordered_);
  }

 private:
  // Parts a group by one value, and every part that is still level by the rest of the chain.
  template <class ValueOf>
  void part(const Group& group, ValueOf value_of_row, std::size_t next) {
    std::vector<std::vector<std::int64_t>> keys;
    for (const std::size_t row : group) keys.push_back({value_of_row(row)});
    const std::vector<Place> places = places_of(keys);
    for (std::size_t i = 0; i < places.size();) {
      Group level;
      const std::uint32_t rank = places[i].rank;
      for (; i < places.size() && places[i].rank == rank; ++i)
        level.push_back(group[places[i].row]);
      break_tie(level, next);
    }
  }

  void break_tie(const Group& level, std::size_t next) {
    if (level.size() == 1 || next == rules_.chain.size()) return share(level);
    std::vector<bool> among(rows_.size(), false);
    for (const std::size_t row : level) among[row] = true;
    const Sums between = sums_of(rows_.size(), matches_, rules_, among);
    const auto value = [&](std::size_t row) {
      return value_of(rules_.chain[next], rows_[row], all_.of[row], between.of[row]);
    };
    part(level, value, next + 1);
  }

  void share(const Group& level) {
    const auto rank = static_cast<std::uint32_t>(ordered_.size()) + 1;
    for (const std::size_t row : level) {
      ordered_.push_back(rows_[row]);
      ordered_.back().rank = rank;
    }
  }

  std::vector<TableRow>& rows_;
  std::span<const Match> matches_;
  const TableRules& rules_;
  const Sums all_;
  std::vector<TableRow> ordered_;
};

void add(TableRow& row, std::int32_t scored, std::int32_t conceded, const TableRules& rules) {
  ++row.played;
  row.won += scored > conceded ? 1 : 0;
  row.drawn += scored == conceded ? 1 : 0;
  row.lost += scored < conceded ? 1 : 0;
  row.goals_for += scored;
  row.goals_against += conceded;
  row.points += scored > conceded ? rules.win : scored == conceded ? rules.draw : 0;
}

}  // namespace

std::vector<TableRow> league_table(std::size_t teams, std::span<const Match> matches,
                                   std::span<const TeamDeduction> deductions,
                                   const TableRules& rules) {
  std::vector<TableRow> rows(teams);
  for (std::size_t i = 0; i < teams; ++i) rows[i].team = {static_cast<std::uint16_t>(i)};
  for (const Match& match : matches) {
    AUCTION_CHECK(match.home.value < teams && match.away.value < teams, "both are in the table");
    add(rows[match.home.value], match.goals.home, match.goals.away, rules);
    add(rows[match.away.value], match.goals.away, match.goals.home, rules);
  }
  for (const TeamDeduction& deduction : deductions) {
    AUCTION_CHECK(deduction.team.value < teams, "the team is in the table");
    rows[deduction.team.value].deducted += deduction.points;
    rows[deduction.team.value].points -= deduction.points;
  }
  return Ordering(rows, matches, rules).finish();
}

std::vector<Match> matches_of(const Season& season, bool live) {
  std::vector<Match> matches;
  for (const Fixture& fixture : season.fixtures) {
    const FixtureStatus status = fixture.result.status;
    const bool counts = status == FixtureStatus::kFinal || (live && status == FixtureStatus::kLive);
    if (!counts || fixture.meeting.home == kNoTeam || !fixture.result.goals) continue;
    matches.push_back({fixture.meeting.home, fixture.meeting.away, *fixture.result.goals});
  }
  return matches;
}

}  // namespace auction
