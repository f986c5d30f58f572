// A variant as a JSON object: the name of its type, then the fields of the alternative.
//
//   {"type":"BidPlaced","lotNumber":8,"manager":1,"amount":12000000}
//
//   read_tagged(place, event, [](std::uint16_t number) { return type_name(number); });
#pragma once

#include <utility>
#include <variant>

#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/place_internal.h"
#include "libauction/adapters/json/writer_internal.h"

namespace auction {

template <class Alternative, class Variant>
void read_alternative_fields(const JsonPlace& place, Variant& value) {
  Alternative alternative;
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each.find("type");
  fields(alternative, each);
  each.finish();
  value = std::move(alternative);
}

template <class Variant, class NameOf, std::size_t... I>
bool read_named(const JsonPlace& place, std::string_view name, Variant& value, NameOf& name_of,
                std::index_sequence<I...>) {
  const auto read_if = [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
    if (name_of(static_cast<std::uint16_t>(Place + 1)) != name) return false;
    read_alternative_fields<std::variant_alternative_t<Place, Variant>>(place, value);
    return true;
  };
  return (read_if(std::integral_constant<std::size_t, I>{}) || ...);
}

// `name_of` tells the name of a type by its number, from 1.
template <class Variant, class NameOf>
void read_tagged(const JsonPlace& place, Variant& value, NameOf&& name_of) {
  const JsonObject* object = place.object();
  if (object == nullptr) return;
  const JsonValue* type = member(*object, "type");
  if (type == nullptr) return place.fail("must have the member type");
  const JsonPlace where(place, "type", *type);
  constexpr auto kAll = std::make_index_sequence<std::variant_size_v<Variant>>();
  if (!read_named(place, where.text(), value, name_of, kAll)) {
    where.fail_wanted("the name of an event type");
  }
}

template <class Variant>
void write_tagged(JsonWriter& json, std::string_view name, const Variant& value) {
  json.object([&] {
    json("type", name);
    std::visit([&](const auto& alternative) { fields(alternative, json); }, value);
  });
}

// A whole text that is one event.
template <class Variant, class NameOf>
absl::StatusOr<Variant> tagged_from_json(std::string_view text, NameOf&& name_of) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxSetupBytes});
  if (!value.ok()) return value.status();
  JsonReading reading{{}, -kMaxMoney.units};
  Variant event;
  read_tagged(JsonPlace(*value, reading), event, name_of);
  if (reading.fault) return to_status(*reading.fault);
  return event;
}

template <class Write>
std::string json_text(Write&& write) {
  std::string text;
  JsonWriter json(text);
  write(json);
  return text;
}

}  // namespace auction
