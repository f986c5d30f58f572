// Events as Python's values: the fields, in the order and by the names of auction/event_fields.h.
#include "bindings/python/events.h"

#include "libauction/auction/event_fields.h"
#include "libauction/base/hex.h"

namespace auction::python {
namespace {

py::object value_of(bool value) { return py::bool_(value); }
template <std::integral T>
  requires(!std::same_as<T, bool>)
py::object value_of(T value) {
  return py::int_(value);
}
py::object value_of(Money value) { return py::int_(value.units); }
py::object value_of(Millis value) { return py::int_(value.count); }
py::object value_of(Instant value) { return time_object(value); }
py::object value_of(LotNumber value) { return py::int_(value.value); }
py::object value_of(AssetSlot value) { return py::int_(value.value); }
py::object value_of(ManagerSlot value) { return manager_object(value); }
py::object value_of(How value) { return member("How", word(value)); }
py::object value_of(EndReason value) {
  if (value == EndReason::kNone) return py::none();
  return member("EndReason", word(value));
}
py::object value_of(const Digest& value) { return hex(value); }
py::object value_of(const Note& value) { return note_object(value); }
py::object value_of(const Shared<Setup>& value) { return py::cast(value); }
py::object value_of(const Shared<Seed>& value) { return py::str(to_hex(value->bytes)); }
template <class Tag>
py::object value_of(Id<Tag> value) {
  return py::str(to_text(value));
}
template <class T>
py::object value_of(const std::vector<T>& values) {
  py::list list;
  for (const T& value : values) list.append(value_of(value));
  return py::tuple(list);
}
template <class T>
py::object value_of(const Shared<std::vector<T>>& values) {
  return value_of(*values);
}
template <class T>
py::object value_of(const std::optional<T>& value) {
  if (!value) return py::none();
  return value_of(*value);
}

// willReoffer -> will_reoffer
std::string snake(const char* camel) {
  std::string name;
  for (const char* c = camel; *c != '\0'; ++c) {
    if (*c >= 'A' && *c <= 'Z') {
      name += '_';
      name += static_cast<char>(*c - 'A' + 'a');
    } else {
      name += *c;
    }
  }
  return name;
}

template <std::size_t... I>
py::dict names_of_fields(std::index_sequence<I...>) {
  py::dict types;
  const auto add = [&]<class E>(const E& event) {
    py::list names;
    fields(event, [&](const char* name, const auto&) { names.append(snake(name)); });
    const std::string_view type = type_name(Event(event));
    types[py::str(type.data(), type.size())] = py::tuple(names);
  };
  (add(std::variant_alternative_t<I, Event>{}), ...);
  return types;
}

py::dict event_fields() {
  return names_of_fields(std::make_index_sequence<std::variant_size_v<Event>>());
}

// Dataclasses are looked up once; the list lives as long as the process.
const py::object& class_of_event(std::size_t index) {
  static auto* classes = new std::vector<py::object>(std::variant_size_v<Event>);
  py::object& found = (*classes)[index];
  if (!found) {
    const std::string name(type_name(static_cast<std::uint16_t>(index + 1)));
    found = class_of("events", name.c_str());
  }
  return found;
}

}  // namespace

py::object event_object(const Event& event) {
  py::list values;
  std::visit(
      [&](const auto& e) {
        fields(e, [&](const char*, const auto& field) { values.append(value_of(field)); });
      },
      event);
  return class_of_event(event.index())(*values);
}

py::tuple events_tuple(std::span<const Event> events) {
  py::tuple tuple(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) tuple[i] = event_object(events[i]);
  return tuple;
}

py::object rejection_object(const Rejection& no) {
  static const auto* type = new py::object(class_of("events", "Rejection"));
  py::object limit = py::none();
  if (no.limit != 0) limit = py::int_(no.limit);
  return (*type)(member("Reason", word(no.reason)), limit, no.seq, no.left.count);
}

void bind_events(py::module_& module) {
  module.def("event_fields", &event_fields,
             "The types of events with the names of their fields, as the engine has them.");
}

}  // namespace auction::python
