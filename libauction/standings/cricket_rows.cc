#include "libauction/standings/cricket_rows.h"

#include "libauction/season/calendar.h"
#include "libauction/standings/season_points.h"

namespace auction {

FixtureRow fixture_row(const CricketMatch& match, const std::string& id) {
  FixtureRow row;
  row.starts_at = read_day(match.date).value_or(Instant{});
  row.home = match.teams[0];
  row.away = match.teams[1];
  row.round = match.number != 0 ? std::to_string(match.number) : std::string();
  row.external_id = id;
  return row;
}

std::vector<ScoreRow> score_rows(const CricketMatch& match, const CricketScore& score,
                                 const std::string& id) {
  std::vector<ScoreRow> rows;
  for (std::size_t i = 0; i < match.players.size(); ++i) {
    const Cricketer& player = match.players[i];
    if (player.side == kNoSide) continue;  // a substitute of the old kind: no figures
    const CricketerSlot slot{static_cast<std::uint16_t>(i)};
    const Figures& first = score.figures(slot, 0);
    const Figures& second = score.figures(slot, 1);
    ScoreRow& row = rows.emplace_back();
    row.match = id;
    row.player = player.id.empty() ? player.name : player.id;
    row.values.assign(first.values.begin(), first.values.end());
    row.values.insert(row.values.end(), second.values.begin() + 1, second.values.end());
  }
  return rows;
}

std::vector<std::string> cricket_figure_names() {
  static_assert(kCricketStats.front() == "in_xi");
  std::vector<std::string> names(kCricketStats.begin(), kCricketStats.end());
  for (const std::string_view stat : std::span(kCricketStats).subspan(1)) {
    names.push_back(std::string(kSecondInnings) + std::string(stat));
  }
  return names;
}

}  // namespace auction
