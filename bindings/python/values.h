// The fields of events as Python's values: numbers, words, texts, tuples of those, and frozen
// dataclasses where a field has fields of its own.
//
//   py::object event = object_of(class_of("events", "BidPlaced"), bid_placed);
#pragma once

#include "bindings/python/bind.h"
#include "libauction/auction/event_fields.h"
#include "libauction/base/hex.h"
#include "libauction/league/event_fields.h"
#include "libauction/season/event_fields.h"

namespace auction::python {

std::string snake(std::string_view camel);  // willReoffer -> will_reoffer; from -> since

inline py::object value_of(bool value) { return py::bool_(value); }
template <std::integral T>
  requires(!std::same_as<T, bool>)
py::object value_of(T value) {
  return py::int_(value);
}
inline py::object value_of(const std::string& value) { return py::str(value); }
inline py::object value_of(Money value) { return py::int_(value.units); }
inline py::object value_of(Millis value) { return py::int_(value.count); }
inline py::object value_of(Instant value) { return time_object(value); }
inline py::object value_of(ManagerSlot value) { return manager_object(value); }
inline py::object value_of(TeamSlot value) {
  if (value == kNoTeam) return py::none();
  return py::int_(value.value);
}
template <class Tag, class Rep>
py::object value_of(Index<Tag, Rep> value) {
  return py::int_(value.value);
}
template <class Tag>
py::object value_of(Id<Tag> value) {
  return py::str(to_text(value));
}
inline py::object value_of(How value) { return member("How", word(value)); }
inline py::object value_of(EndReason value) {
  if (value == EndReason::kNone) return py::none();
  return member("EndReason", word(value));
}
inline py::object value_of(LeagueRole value) { return member("LeagueRole", word(value)); }
inline py::object value_of(AuctionFate value) { return member("AuctionFate", word(value)); }
inline py::object value_of(FixtureStatus value) { return member("FixtureStatus", word(value)); }
inline py::object value_of(const Digest& value) { return hex(value); }
inline py::object value_of(const Note& value) { return note_object(value); }
inline py::object value_of(const Shared<Setup>& value) { return py::cast(value); }
inline py::object value_of(const Shared<RuleSet>& value) { return py::cast(value); }
inline py::object value_of(const Shared<Seed>& value) { return py::str(to_hex(value->bytes)); }
py::object value_of(const Goals& value);
py::object value_of(const LeagueSettings& value);
py::object value_of(const Shared<SeasonSetup>& value);

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

template <class T>
py::object object_of(const py::object& type, const T& value) {
  py::list values;
  fields(value, [&](const char*, const auto& field) { values.append(value_of(field)); });
  return type(*values);
}

}  // namespace auction::python
