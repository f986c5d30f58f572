#include "libauction/standings/standings.h"

#include <algorithm>

#include "libauction/standings/tally.h"

namespace auction {
namespace {

// Greater first: points, then the chain.
bool above(const ManagerRow& a, const ManagerRow& b) {
  if (a.hundredths != b.hundredths) return a.hundredths > b.hundredths;
  return a.tie_breaks > b.tie_breaks;
}

bool level(const ManagerRow& a, const ManagerRow& b) {
  return a.hundredths == b.hundredths && a.tie_breaks == b.tie_breaks;
}

}  // namespace

TieBreaks tie_breaks_of(Sport sport) {
  switch (sport) {
    case Sport::kClubs:
      return {"goals", "won"};
    case Sport::kFootball:
      return {"goals_scored", "assists"};
    case Sport::kCricket:
      return {"runs", "wickets", "catches", "stumpings", "run_outs"};
    case Sport::kOther:
      return {};
  }
  return {};
}

std::vector<std::optional<StatSlot>> tie_break_slots(const RuleBook& book,
                                                     const TieBreaks& tie_breaks) {
  std::vector<std::optional<StatSlot>> slots;
  for (const std::string& name : tie_breaks) slots.push_back(find_stat(book, name));
  return slots;
}

Standings ranked(const std::vector<Member>& members, const std::vector<Deduction>& deductions,
                 std::vector<ManagerRow> rows) {
  for (const Deduction& deduction : deductions) {
    rows[deduction.manager.value].deducted += deduction.hundredths;
    rows[deduction.manager.value].hundredths -= deduction.hundredths;
  }
  std::sort(rows.begin(), rows.end(), [&](const ManagerRow& a, const ManagerRow& b) {
    if (!level(a, b)) return above(a, b);
    return members[a.manager.value].label < members[b.manager.value].label;
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool same = i > 0 && level(rows[i - 1], rows[i]);
    rows[i].rank = same ? rows[i - 1].rank : static_cast<std::uint32_t>(i) + 1;
  }
  return {std::move(rows)};
}

Standings standings_of(const Season& season, const RuleBook& book, const TieBreaks& tie_breaks) {
  return Tally(season, book, tie_breaks).standings();
}

std::vector<LeaderRow> leaderboard_of(const Season& season, const RuleBook& book) {
  std::vector<LeaderRow> rows(asset_count(season));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].asset = {static_cast<std::uint16_t>(i)};
  SeasonScorer scorer(*season.setup, book);
  for (const Fixture& fixture : season.fixtures) {
    scorer.each(fixture, [&](AssetSlot asset, std::int64_t units, Stats) {
      rows[asset.value].hundredths += units * hundredths_a_unit(book);
    });
  }
  std::stable_sort(rows.begin(), rows.end(), [](const LeaderRow& a, const LeaderRow& b) {
    return a.hundredths > b.hundredths;
  });
  return rows;
}

}  // namespace auction
