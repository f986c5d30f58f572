// Readers: results and figures as their publishers write them, into columns.
#include "bindings/python/columns.h"
#include "libauction/adapters/csv/figures.h"
#include "libauction/adapters/csv/fixtures.h"
#include "libauction/adapters/results/cricsheet.h"
#include "libauction/adapters/results/fpl.h"
#include "libauction/adapters/results/openfootball.h"
#include "libauction/scoring/cricket_points.h"
#include "libauction/scoring/cricket_result.h"

namespace auction::python {
namespace {

// A match and what its balls come to.
struct ScoredMatch {
  CricketMatch match;
  CricketScore score;
};

ScoredMatch from_cricsheet(py::handle text) {
  const std::string json = text_of(text, "text");
  auto match = [&] {
    py::gil_scoped_release release;
    return match_from_cricsheet(json);
  }();
  CricketMatch read = value_or_raise(std::move(match));
  CricketScore score = score_of(read);
  return {std::move(read), std::move(score)};
}

py::list player_names(const ScoredMatch& m) {
  return text_column(m.match.players, [](const Cricketer& c) { return c.name; });
}

// Everybody who is on a sheet, with the figures of the whole match.
py::dict figures(const ScoredMatch& m) {
  std::vector<CricketerSlot> players;
  for (std::size_t i = 0; i < m.match.players.size(); ++i) {
    if (m.match.players[i].side != kNoSide) players.push_back({static_cast<std::uint16_t>(i)});
  }
  const auto of = [&](CricketerSlot p) -> const Cricketer& { return m.match.players[p.value]; };
  py::dict columns;
  columns["player"] = text_column(players, [&](CricketerSlot p) { return of(p).name; });
  columns["id"] = text_column(players, [&](CricketerSlot p) { return of(p).id; });
  columns["team"] =
      text_column(players, [&](CricketerSlot p) { return m.match.teams[of(p).side]; });
  for (std::size_t s = 0; s < kCricketStats.size(); ++s) {
    columns[py::str(std::string(kCricketStats[s]))] = number_column<std::int32_t>(
        players, [&](CricketerSlot p) { return m.score.figures(p).values[s]; });
  }
  return columns;
}

// Units by player, as the book counts them: by innings where it looks at innings.
py::dict match_points(const ScoredMatch& m, const Shared<RuleBook>& book,
                      const py::dict& positions) {
  py::dict out;
  for (std::size_t i = 0; i < m.match.players.size(); ++i) {
    const Cricketer& player = m.match.players[i];
    if (player.side == kNoSide) continue;
    std::uint8_t position = 0;
    if (positions.contains(py::str(player.name))) {
      const std::string name = text_of(positions[py::str(player.name)], "positions");
      const auto found = find_position(*book, name);
      if (!found) throw py::value_error("positions: the book knows no '" + name + "'");
      position = *found;
    }
    out[py::str(player.name)] = points(*book, m.score, {static_cast<std::uint16_t>(i)}, position);
  }
  return out;
}

py::str result_of_match(const ScoredMatch& m) {
  const CricketResult result = m.match.stated ? *m.match.stated : result_of(m.score.innings());
  return result_text(result, m.match.teams);
}

py::list innings(const ScoredMatch& m) {
  py::list list;
  for (const InningsTotal& total : m.score.innings()) {
    py::dict d;
    d["team"] = m.match.teams[total.header.side];
    d["runs"] = total.runs;
    d["wickets"] = total.wickets;
    d["balls"] = total.balls;
    d["super_over"] = total.header.super_over;
    list.append(d);
  }
  return list;
}

template <class Read>
auto reader(Read read) {
  return [read](py::handle text, const Shared<RuleBook>& book) {
    const auto rows = value_or_raise(read(text_of(text, "text"), *book));
    return figure_columns(rows, *book);
  };
}

py::dict fpl_api(py::handle text, py::handle bootstrap, const Shared<RuleBook>& book) {
  const auto players = value_or_raise(players_from_fpl(text_of(bootstrap, "bootstrap")));
  const auto rows = value_or_raise(figures_from_fpl(text_of(text, "text"), players, *book));
  return figure_columns(rows, *book);
}

py::dict openfootball(py::handle text, py::handle zone_ms) {
  const Millis zone{whole(zone_ms, "zone_ms", -86'400'000, 86'400'000)};
  const auto file = value_or_raise(fixtures_from_openfootball(text_of(text, "text"), zone));
  return fixture_columns(file.rows);
}

}  // namespace

void bind_results(py::module_& module) {
  py::class_<ScoredMatch>(module, "CricketMatch", "A cricket match, ball by ball, and its score.")
      .def_static("from_cricsheet", &from_cricsheet, py::arg("text"),
                  "Reads Cricsheet's JSON; InputError names the place by its JSON pointer.")
      .def_property_readonly(
          "type", [](const ScoredMatch& m) { return m.match.type; }, "'T20'.")
      .def_property_readonly(
          "date", [](const ScoredMatch& m) { return m.match.date; }, "Of the first day.")
      .def_property_readonly(
          "event", [](const ScoredMatch& m) { return m.match.event; }, "")
      .def_property_readonly(
          "teams",
          [](const ScoredMatch& m) { return py::make_tuple(m.match.teams[0], m.match.teams[1]); },
          "Both.")
      .def_property_readonly("players", &player_names, "Names, as the source writes them.")
      .def_property_readonly("result", &result_of_match, "Who won, and by how much.")
      .def_property_readonly("innings", &innings, "Their totals, a list of dicts.")
      .def("figures", &figures,
           "Columns: player, id, team, and an int32 array for each figure of the cricket books.")
      .def("points", &match_points, py::arg("book"), py::arg("positions") = py::dict(),
           "Units of the book by player; `positions` names positions of players who have one.")
      .def("__repr__", [](const ScoredMatch& m) {
        return "<CricketMatch " + m.match.date + ", " + m.match.teams[0] + " v " +
               m.match.teams[1] + ">";
      });
  module.def("figures_from_fpl_csv", reader(&fpl_figures_from_csv), py::arg("text"),
             py::arg("book"), "A row a player and match, columns named as the book's figures.");
  module.def("figures_from_cricket_csv", reader(&cricket_figures_from_csv), py::arg("text"),
             py::arg("book"), "matchId, playerExternalId, runs, wickets, ...; columns.");
  module.def("figures_from_fpl_api", &fpl_api, py::arg("text"), py::arg("bootstrap"),
             py::arg("book"), "An event/N/live or element-summary/N of the FPL API, as columns.");
  module.def("fixtures_from_openfootball", &openfootball, py::arg("text"), py::arg("zone_ms") = 0,
             "openfootball's JSON, as columns of fixtures.");
  module.def(
      "fixtures_from_csv",
      [](py::handle text) {
        return fixture_columns(value_or_raise(fixtures_from_csv(text_of(text, "text"))).rows);
      },
      py::arg("text"), "The fixture files of docs/formats.md, as columns.");
  module.def(
      "results_from_football_data",
      [](py::handle text) {
        return fixture_columns(
            value_or_raise(results_from_football_data(text_of(text, "text"))).rows);
      },
      py::arg("text"), "A results file of football-data.co.uk, as columns of fixtures.");
}

}  // namespace auction::python
