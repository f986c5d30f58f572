// Events as Python's values, by the names of event_fields.h of each kind of stream.
#include "bindings/python/events.h"

#include "bindings/python/values.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"

namespace auction::python {
namespace {

std::string_view name_of(const Event&, std::uint16_t number) { return type_name(number); }
std::string_view name_of(const SeasonEvent&, std::uint16_t number) {
  return season_event_name(number);
}
std::string_view name_of(const LeagueEvent&, std::uint16_t number) {
  return league_event_name(number);
}

const char* module_of(const Event&) { return "events"; }
const char* module_of(const SeasonEvent&) { return "season_events"; }
const char* module_of(const LeagueEvent&) { return "league_events"; }

template <class AnyEvent, std::size_t... I>
void add_fields(py::dict& types, std::index_sequence<I...>) {
  const auto add = [&]<class E>(const E& event) {
    py::list names;
    fields(event, [&](const char* name, const auto&) { names.append(snake(name)); });
    const std::string_view type = name_of(AnyEvent(event), type_number(AnyEvent(event)));
    types[py::str(type.data(), type.size())] = py::tuple(names);
  };
  (add(std::variant_alternative_t<I, AnyEvent>{}), ...);
}

template <class AnyEvent>
py::dict fields_of_all() {
  py::dict types;
  add_fields<AnyEvent>(types, std::make_index_sequence<std::variant_size_v<AnyEvent>>());
  return types;
}

py::dict event_fields(py::handle kind) {
  const std::string word = text_of(kind, "kind");
  if (word == "auction") return fields_of_all<Event>();
  if (word == "season") return fields_of_all<SeasonEvent>();
  if (word == "league") return fields_of_all<LeagueEvent>();
  throw py::value_error("kind: must be auction, season or league, not '" + word + "'");
}

// Dataclasses are looked up once; the list lives as long as the process.
template <class AnyEvent>
const py::object& class_of_event(const AnyEvent& event) {
  static auto* classes = new std::vector<py::object>(std::variant_size_v<AnyEvent>);
  py::object& found = (*classes)[event.index()];
  if (!found) {
    found = class_of(module_of(event), std::string(name_of(event, type_number(event))).c_str());
  }
  return found;
}

template <class AnyEvent>
py::object any_event_object(const AnyEvent& event) {
  return std::visit([&](const auto& e) { return object_of(class_of_event(event), e); }, event);
}

template <class M>
void append_events(py::list& list, const Record& record) {
  std::vector<typename M::Event> events;
  if (!decode_body<M>(record, events)) return;
  for (const auto& event : events) list.append(any_event_object(event));
}

}  // namespace

py::object event_object(const Event& event) { return any_event_object(event); }

py::tuple events_tuple(std::span<const Event> events) {
  py::tuple tuple(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) tuple[i] = event_object(events[i]);
  return tuple;
}

py::tuple events_of(const Record& record) {
  py::list list;
  switch (kind_of(record)) {
    case StreamKind::kAuction:
      append_events<AuctionMachine>(list, record);
      break;
    case StreamKind::kSeason:
      append_events<SeasonMachine>(list, record);
      break;
    case StreamKind::kLeague:
      append_events<LeagueMachine>(list, record);
      break;
  }
  return py::tuple(list);
}

py::object rejection_object(const Rejection& no) {
  static const auto* type = new py::object(class_of("events", "Rejection"));
  py::object limit = py::none();
  if (no.limit != 0) limit = py::int_(no.limit);
  return (*type)(member("Reason", word(no.reason)), limit, no.seq, no.left.count);
}

void bind_events(py::module_& module) {
  module.def(
      "_reason_number",
      [](py::handle word) { return static_cast<int>(reason_of(text_of(word, "word")).value()); },
      py::arg("word"));
  module.def("event_fields", &event_fields, py::arg("kind") = "auction",
             "The types of events of an auction, a season or a league, with the names of their "
             "fields, as the engine has them.");
}

}  // namespace auction::python
