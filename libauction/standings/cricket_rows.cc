#include "libauction/standings/cricket_rows.h"

#include "libauction/season/calendar.h"

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
    const Figures figures = score.figures(CricketerSlot{static_cast<std::uint16_t>(i)});
    rows.push_back({id,
                    player.id.empty() ? player.name : player.id,
                    {figures.values.begin(), figures.values.end()}});
  }
  return rows;
}

std::vector<std::string> cricket_figure_names() {
  return {kCricketStats.begin(), kCricketStats.end()};
}

}  // namespace auction
