// What follows from a season: standings, what each asset earned, weeks, duels.
#include "bindings/python/columns.h"
#include "bindings/python/live_season.h"
#include "libauction/standings/head_to_head.h"
#include "libauction/standings/standings.h"
#include "libauction/standings/weeks.h"

namespace auction::python {
namespace {

py::dict standings(const LiveSeason& s) {
  const Standings table = standings_of(s.season, *s.book, tie_breaks_of(s.book->sport));
  const auto label = [&](const ManagerRow& r) { return s.season.members[r.manager.value].label; };
  py::dict d;
  d["rank"] = number_column<std::int32_t>(table.rows, [](const ManagerRow& r) { return r.rank; });
  d["manager"] = text_column(table.rows, label);
  d["hundredths"] =
      number_column<std::int64_t>(table.rows, [](const ManagerRow& r) { return r.hundredths; });
  d["deducted"] =
      number_column<std::int64_t>(table.rows, [](const ManagerRow& r) { return r.deducted; });
  return d;
}

py::dict earned(const LiveSeason& s) {
  const Standings table = standings_of(s.season, *s.book, tie_breaks_of(s.book->sport));
  py::list managers, assets, hundredths, matches;
  for (const ManagerRow& row : table.rows) {
    for (const Earned& e : row.earned) {
      managers.append(s.season.members[row.manager.value].label);
      assets.append(std::string(external_id(s.season, e.asset)));
      hundredths.append(e.hundredths);
      matches.append(e.matches);
    }
  }
  py::dict d;
  d["manager"] = managers;
  d["asset"] = assets;
  d["hundredths"] = py::array_t<std::int64_t>(hundredths);
  d["matches"] = py::array_t<std::int64_t>(matches);
  return d;
}

py::dict leaders(const LiveSeason& s) {
  const auto rows = leaderboard_of(s.season, *s.book);
  py::dict d;
  d["asset"] = text_column(
      rows, [&](const LeaderRow& r) { return std::string(external_id(s.season, r.asset)); });
  d["hundredths"] =
      number_column<std::int64_t>(rows, [](const LeaderRow& r) { return r.hundredths; });
  return d;
}

// (rounds, int64 array (rounds, managers) in hundredths)
py::tuple weeks(const LiveSeason& s) {
  const Weeks weeks = weeks_of(s.season, *s.book);
  const auto rounds = static_cast<py::ssize_t>(weeks.rounds.size());
  const auto members = static_cast<py::ssize_t>(s.season.members.size());
  py::array_t<std::int64_t> points({rounds, members});
  std::int64_t* into = points.mutable_data();
  for (const auto& week : weeks.points) {
    for (const std::int64_t p : week) *into++ = p;
  }
  return py::make_tuple(text_column(weeks.rounds, [](const std::string& r) { return r; }), points);
}

py::dict duels(const LiveSeason& s) {
  const Weeks weeks = weeks_of(s.season, *s.book);
  const std::size_t managers = s.season.members.size();
  const auto rows =
      head_to_head(managers, round_robin(managers, weeks.points.size()), weeks.points, DuelRules{});
  py::dict d;
  d["rank"] = number_column<std::int32_t>(rows, [](const DuelRow& r) { return r.rank; });
  d["manager"] =
      text_column(rows, [&](const DuelRow& r) { return s.season.members[r.manager.value].label; });
  d["won"] = number_column<std::int32_t>(rows, [](const DuelRow& r) { return r.won; });
  d["drawn"] = number_column<std::int32_t>(rows, [](const DuelRow& r) { return r.drawn; });
  d["lost"] = number_column<std::int32_t>(rows, [](const DuelRow& r) { return r.lost; });
  d["points"] = number_column<std::int32_t>(rows, [](const DuelRow& r) { return r.points; });
  return d;
}

}  // namespace

void bind_season_tables(SeasonClass& c) {
  c.def("_standings", &standings)
      .def("_earned", &earned)
      .def("_leaders", &leaders)
      .def("_head_to_head", &duels)
      .def("weeks", &weeks,
           "(rounds, int64 array (rounds, managers)): hundredths by round and manager.");
}

}  // namespace auction::python
