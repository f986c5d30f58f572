#include "bindings/python/values.h"

namespace auction::python {

std::string snake(std::string_view camel) {
  if (camel == "from") return "since";  // a word of Python's own
  std::string name;
  for (const char c : camel) {
    if (c >= 'A' && c <= 'Z') {
      name += '_';
      name += static_cast<char>(c - 'A' + 'a');
    } else {
      name += c;
    }
  }
  return name;
}

py::object value_of(const Goals& value) { return py::make_tuple(value.home, value.away); }

py::object value_of(const LeagueSettings& value) {
  return object_of(class_of("leagues", "LeagueSettings"), value);
}

py::object value_of(const Shared<SeasonSetup>& value) {
  const SeasonSetup& setup = *value;
  py::list teams, managers;
  for (const Team& team : setup.teams) teams.append(team.external_id);
  for (const Member& member : setup.members) managers.append(member.label);
  return make("season_events", "SeasonSetup", value_of(setup.season), setup.name, setup.catalogue,
              py::tuple(teams), py::tuple(managers), value_of(setup.figures), setup.book);
}

}  // namespace auction::python
