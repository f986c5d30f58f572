// The class League: how one is made and copied, and what it has in its log.
#include "bindings/python/live_league.h"
#include "bindings/python/values.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/base/load.h"

namespace auction::python {
namespace {

// The same name has the same id, so that the same acts make the same log, byte for byte.
LeagueId league_named(const std::string& name) {
  const std::string key = "league:" + name;
  const Digest digest =
      sha256(ByteView(reinterpret_cast<const std::uint8_t*>(key.data()), key.size()));
  return {load_big_u64(digest.bytes.data()), load_big_u64(digest.bytes.data() + 8)};
}

LiveLeague league_of(py::handle settings, py::handle label, py::handle commissioner, py::handle id,
                     py::handle seed, py::handle at, std::shared_ptr<OpenStore> store) {
  CreateLeague command;
  command.label = text_of(label, "label");
  command.settings = settings_of(settings);
  if (commissioner.is_none()) {
    const ManagerId person = manager_id(command.label);
    command.commissioner = {person.hi, person.lo};
  } else {
    command.commissioner = id_of<ActorId>(commissioner, "commissioner");
  }
  command.league = id.is_none() ? league_named(command.settings.name) : id_of<LeagueId>(id, "id");
  return LiveLeague(command, seed_of(seed, "seed"), instant_of(at, "at"), std::move(store));
}

py::bytes league_bytes(const LiveLeague& l) {
  Bytes bytes;
  put(bytes, l.state());
  return bytes_object(bytes);
}

LiveLeague league_from_bytes(py::handle value) {
  std::optional<League> league = read_league(bytes_of(value, "bytes"));
  if (!league || !broken_invariant(*league).empty()) {
    raise("InputError", "these bytes are no league");
  }
  const StreamId stream = stream_of(league->id);
  return LiveLeague(*std::move(league), KeepingOf<LeagueMachine>::forgotten(stream));
}

const char* const kLeagueDoc =
    R"(The people of a competition, what they have chosen, and what they play.

An act answers None where it was accepted (or was so already), and a `LeagueRefusal` where a rule
said no. It is the commissioner's, or that of the member who is named as `actor`, and happens at the
latest instant anybody has named, or `at`. Members are named by label or id (UUID).

Parameters
----------
settings : LeagueSettings
label : str
    Of the commissioner's team; it has the first seat.
commissioner : str, optional
    UUID; else it follows from the label.
id : str, optional
    UUID of the league; else it follows from its name.
seed : int
    Of the log's salts.
at : int or datetime
store : Store, optional
    Where each act is written before it counts.

Raises
------
InputError
    If the settings or the label cannot be.)";

}  // namespace

void bind_league(py::module_& module) {
  LeagueClass c(module, "League", kLeagueDoc);
  c.def(py::init(&league_of), py::arg("settings"), py::arg("label"), py::kw_only(),
        py::arg("commissioner") = py::none(), py::arg("id") = py::none(), py::arg("seed") = 0,
        py::arg("at") = 0, py::arg("store") = py::none());
  bind_members(c);
  bind_choices(c);
  c.def_property_readonly(
       "id", [](const LiveLeague& l) { return to_text(l.state().id); }, "UUID.")
      .def_property_readonly(
          "name", [](const LiveLeague& l) { return l.state().settings.name; }, "By the settings.")
      .def_property_readonly(
          "standing",
          [](const LiveLeague& l) { return l.state().status == LeagueStatus::kStanding; },
          "Whether it was not dissolved.")
      .def_property_readonly(
          "seq", [](const LiveLeague& l) { return l.state().seq; }, "Events so far.")
      .def_property_readonly(
          "log", [](LiveLeague& l) { return l.keeping().log(); },
          "Everything that happened, a `Log`.")
      .def_property_readonly(
          "digest", [](const LiveLeague& l) { return hex(content_digest(l.state())); },
          "Of its content, hex.")
      .def("to_bytes", &league_bytes, "Canonical bytes.")
      .def_static("from_bytes", &league_from_bytes, py::arg("bytes"),
                  "The league of such bytes, without its history.")
      .def(
          "__eq__", [](const LiveLeague& a, const LiveLeague& b) { return a.state() == b.state(); },
          py::is_operator())
      .def("__repr__",
           [](const LiveLeague& l) {
             return "<League " + l.state().settings.name + ", " +
                    std::to_string(l.state().members.size()) + " members>";
           })
      .def(py::pickle([](const LiveLeague& l) { return py::make_tuple(league_bytes(l)); },
                      [](const py::tuple& t) { return league_from_bytes(t[0]); }))
      .attr("__hash__") = py::none();
}

}  // namespace auction::python
