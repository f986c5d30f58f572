#include "bindings/python/live_league.h"

#include "bindings/python/values.h"

namespace auction::python {
namespace {

py::object refusal_object(const LeagueRefusal& no) {
  py::object limit = py::none();
  if (no.limit != 0) limit = py::int_(no.limit);
  const std::string_view said = sentence(no.reason);
  return make("leagues", "LeagueRefusal", member("LeagueReason", word(no.reason)), snake(no.field),
              limit, py::str(said.data(), said.size()));
}

}  // namespace

LiveLeague::LiveLeague(const CreateLeague& command, std::uint64_t seed, Instant at,
                       std::shared_ptr<OpenStore> store)
    : now_(at), keeping_(stream_of(command.league), seed, std::move(store)) {
  const auto no = decide(command, kHostActor, at);
  if (!no) return;
  const std::string what = no->field.empty() ? "" : snake(no->field) + ": ";
  raise("InputError", what + std::string(sentence(no->reason)));
}

LiveLeague::LiveLeague(League state, KeepingOf<LeagueMachine> keeping)
    : league_(std::move(state)), now_(league_.last_at), keeping_(std::move(keeping)) {}

std::optional<LeagueRefusal> LiveLeague::decide(const LeagueCommand& command, ActorId actor,
                                                Instant at) {
  now_ = later(at, league_.last_at);
  LeagueEvents events;
  const LeagueContext context{actor, actor.is_nil(), now_};
  if (const auto no = auction::decide(league_, command, context, events)) return no;
  keeping_.keep(events, now_, actor);
  apply(league_, events, now_);
  return std::nullopt;
}

py::object LiveLeague::act(const LeagueCommand& command, ActorId actor, Instant at) {
  if (const auto no = decide(command, actor, at)) return refusal_object(*no);
  return py::none();
}

ActorId LiveLeague::member_of(py::handle value) const {
  const std::string name =
      text_of(PyUnicode_Check(value.ptr()) != 0 ? py::reinterpret_borrow<py::object>(value)
                                                : py::object(py::str(value)),
              "member");
  for (const LeagueMember& member : league_.members) {
    if (member.label == name || to_text(member.id) == name) return member.id;
  }
  throw py::key_error("no member is called '" + name + "'");
}

ActorId LiveLeague::commissioner() const {
  for (const LeagueMember& member : league_.members) {
    if (member.role == LeagueRole::kCommissioner) return member.id;
  }
  raise("EngineError", "a league has a commissioner");
}

ActorId LiveLeague::leader(py::handle actor) const {
  return actor.is_none() ? commissioner() : member_of(actor);
}

Instant LiveLeague::time_of(py::handle at) const {
  return at.is_none() ? now_ : instant_of(at, "at");
}

LeagueSettings settings_of(py::handle value) {
  if (!py::isinstance(value, class_of("leagues", "LeagueSettings"))) {
    throw py::type_error("settings: must be LeagueSettings, not " +
                         std::string(Py_TYPE(value.ptr())->tp_name));
  }
  LeagueSettings settings;
  fields(settings, [&](const char* name, auto& field) {
    const std::string key = snake(name);
    const py::object given = value.attr(key.c_str());
    using Field = std::remove_cvref_t<decltype(field)>;
    if constexpr (std::is_same_v<Field, std::string>) {
      field = text_of(given, key.c_str());
    } else if constexpr (std::is_same_v<Field, bool>) {
      if (PyBool_Check(given.ptr()) == 0) throw py::type_error(key + ": must be a bool");
      field = given.cast<bool>();
    } else {
      field = static_cast<Field>(whole(given, key.c_str(), 0, UINT8_MAX));
    }
  });
  return settings;
}

}  // namespace auction::python
