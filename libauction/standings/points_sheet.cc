#include "libauction/standings/points_sheet.h"

#include <algorithm>

namespace auction {
PointsSheet::PointsSheet(const Season& season, const RuleBook& book, const TieBreaks& names)
    : tie_breaks_(names.size()), sums_(asset_count(season)) {
  const std::vector<std::optional<StatSlot>> slots = tie_break_slots(book, names);
  SeasonScorer scorer(*season.setup, book);
  for (const Fixture& fixture : season.fixtures) {
    scorer.each(fixture, [&](AssetSlot asset, std::int64_t units, Stats stats) {
      Upto one{fixture.meeting.starts_at, units * hundredths_a_unit(book), 1, {}};
      for (const std::optional<StatSlot> slot : slots) {
        one.tie_breaks.push_back(slot ? stats[*slot] : 0);
      }
      sums_[asset.value].push_back(std::move(one));
    });
  }
  for (std::vector<Upto>& sums : sums_) {
    std::stable_sort(sums.begin(), sums.end(),
                     [](const Upto& a, const Upto& b) { return a.starts_at < b.starts_at; });
    for (std::size_t i = 1; i < sums.size(); ++i) {
      sums[i].hundredths += sums[i - 1].hundredths;
      sums[i].matches += sums[i - 1].matches;
      for (std::size_t t = 0; t < tie_breaks_; ++t) {
        sums[i].tie_breaks[t] += sums[i - 1].tie_breaks[t];
      }
    }
  }
}

const PointsSheet::Upto* PointsSheet::last_before(AssetSlot asset, Instant at) const {
  const std::vector<Upto>& sums = sums_[asset.value];
  const auto after = std::partition_point(sums.begin(), sums.end(),
                                          [&](const Upto& sum) { return sum.starts_at < at; });
  return after == sums.begin() ? nullptr : &*(after - 1);
}

void PointsSheet::add(ManagerRow& row, AssetSlot asset, Instant from, Instant until) const {
  const Upto* end = last_before(asset, until);
  const Upto* begin = last_before(asset, from);
  if (end == nullptr || end == begin) {
    if (until == kNever) row.earned.push_back({asset, 0, 0});
    return;
  }
  Earned earned{asset, end->hundredths, end->matches};
  if (begin != nullptr) {
    earned.hundredths -= begin->hundredths;
    earned.matches -= begin->matches;
  }
  for (std::size_t t = 0; t < tie_breaks_; ++t) {
    row.tie_breaks[t] += end->tie_breaks[t] - (begin != nullptr ? begin->tie_breaks[t] : 0);
  }
  row.hundredths += earned.hundredths;
  row.earned.push_back(earned);
}

Standings standings_of(const PointsSheet& sheet, const std::vector<Member>& members,
                       std::span<const Stint> stints, const std::vector<Deduction>& deductions) {
  std::vector<ManagerRow> rows(members.size());
  for (std::size_t m = 0; m < rows.size(); ++m) {
    rows[m].manager = {static_cast<std::uint8_t>(m)};
    rows[m].tie_breaks.resize(sheet.tie_breaks());
  }
  for (std::size_t i = 0; i < stints.size(); ++i) {
    const Stint& stint = stints[i];
    if (stint.manager == kNoManager) continue;
    AUCTION_CHECK(stint.manager.value < rows.size() && stint.asset.value < sheet.assets(),
                  "a stint is a member's, of an asset of the sheet");
    const bool last = i + 1 == stints.size() || stints[i + 1].asset != stint.asset;
    ManagerRow& row = rows[stint.manager.value];
    const std::size_t had = row.earned.size();
    sheet.add(row, stint.asset, stint.from, last ? kNever : stints[i + 1].from);
    // Two stints of one manager with one asset are one line.
    if (row.earned.size() > had && had > 0 && row.earned[had - 1].asset == stint.asset) {
      row.earned[had - 1].hundredths += row.earned[had].hundredths;
      row.earned[had - 1].matches += row.earned[had].matches;
      row.earned.pop_back();
    }
  }
  return ranked(members, deductions, std::move(rows));
}

}  // namespace auction
