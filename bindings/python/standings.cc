// Tables of real leagues, from their results.
#include <map>

#include "bindings/python/columns.h"
#include "libauction/standings/league_table.h"
#include "libauction/standings/rotisserie.h"

namespace auction::python {
namespace {

py::list table_rules_list() {
  return text_column(table_rule_ids(), [](std::string_view id) { return std::string(id); });
}

TableRules rules_named(py::handle name) {
  const std::string wanted = text_of(name, "rules");
  if (auto rules = table_rules(wanted)) return *std::move(rules);
  throw py::value_error("rules: no table is called '" + wanted + "'; see auction.table_rules()");
}

// Teams by name, in the order of their first match.
struct TeamNames {
  std::vector<std::string> names;
  std::map<std::string, std::uint16_t> slots;

  TeamSlot slot(const std::string& name) {
    const auto [found, added] = slots.emplace(name, static_cast<std::uint16_t>(names.size()));
    if (added) names.push_back(name);
    return {found->second};
  }
};

py::dict columns_of(const std::vector<TableRow>& rows, const TeamNames& teams) {
  const auto number = [&](auto get) { return number_column<std::int32_t>(rows, get); };
  py::dict d;
  d["rank"] = number([](const TableRow& r) { return r.rank; });
  d["team"] = text_column(rows, [&](const TableRow& r) { return teams.names[r.team.value]; });
  d["played"] = number([](const TableRow& r) { return r.played; });
  d["won"] = number([](const TableRow& r) { return r.won; });
  d["drawn"] = number([](const TableRow& r) { return r.drawn; });
  d["lost"] = number([](const TableRow& r) { return r.lost; });
  d["goals_for"] = number([](const TableRow& r) { return r.goals_for; });
  d["goals_against"] = number([](const TableRow& r) { return r.goals_against; });
  d["points"] = number([](const TableRow& r) { return r.points; });
  return d;
}

py::dict league_table_of(const py::dict& fixtures, py::handle rules, const py::dict& deductions) {
  TeamNames teams;
  std::vector<Match> matches;
  for (const FixtureRow& row : fixture_rows(fixtures)) {
    const TeamSlot home = teams.slot(row.home), away = teams.slot(row.away);
    if (row.goals) matches.push_back({home, away, *row.goals});
  }
  std::vector<TeamDeduction> taken;
  for (const auto& [team, points] : deductions) {
    const std::string name = text_of(team, "deductions");
    if (!teams.slots.contains(name)) throw py::key_error(name);
    taken.push_back(
        {teams.slot(name), static_cast<std::int32_t>(whole(points, "deductions", -999, 999))});
  }
  return columns_of(league_table(teams.names.size(), matches, taken, rules_named(rules)), teams);
}

// Categories by name: an int array (managers,) each.
py::list rotisserie_of(const py::dict& categories, const py::list& fewer_is_better) {
  std::vector<Category> list;
  for (const auto& [name, values] : categories) {
    Category category{text_of(name, "categories"), {}, !fewer_is_better.contains(name)};
    for (const py::handle value : py::iter(values)) {
      category.values.push_back(whole(value, "categories", INT64_MIN / 2, INT64_MAX / 2));
    }
    if (!list.empty() && category.values.size() != list.front().values.size()) {
      throw py::value_error("categories: must be of one length");
    }
    list.push_back(std::move(category));
  }
  py::list rows;
  for (const RotoRow& row : rotisserie(list)) {
    rows.append(py::make_tuple(row.rank, row.manager.value, row.halves));
  }
  return rows;
}

}  // namespace

void bind_standings(py::module_& module) {
  module.def("table_rules", &table_rules_list, "The names of league tables' rules.");
  module.def("_league_table", &league_table_of, py::arg("fixtures"), py::arg("rules"),
             py::arg("deductions"));
  module.def("rotisserie", &rotisserie_of, py::arg("categories"),
             py::arg("fewer_is_better") = py::list(),
             R"(A rank in each category, and the ranks added up.

Parameters
----------
categories : dict of str to sequence of int, shape (managers,)
fewer_is_better : list of str

Returns
-------
list of (rank, manager, half points), the first first)");
}

}  // namespace auction::python
