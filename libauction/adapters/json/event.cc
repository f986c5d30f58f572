#include "libauction/adapters/json/event.h"

#include <array>

#include "libauction/adapters/json/event_json_internal.h"
#include "libauction/adapters/json/parse_internal.h"
#include "libauction/auction/event_fields.h"

namespace auction {
namespace {

template <class E>
void read_fields(const JsonPlace& place, Event& event) {
  E read_event;
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each.find("type");
  fields(read_event, each);
  each.finish();
  event = std::move(read_event);
}

using ReadFields = void (*)(const JsonPlace&, Event&);

template <std::size_t... I>
constexpr std::array<ReadFields, sizeof...(I)> readers(std::index_sequence<I...>) {
  return {&read_fields<std::variant_alternative_t<I, Event>>...};
}

constexpr auto kReaders = readers(std::make_index_sequence<kEventTypes>());

}  // namespace

void read(const JsonPlace& place, Event& event) {
  const JsonObject* object = place.object();
  if (object == nullptr) return;
  const JsonValue* type = member(*object, "type");
  if (type == nullptr) return place.fail("must have the member type");
  const JsonPlace where(place, "type", *type);
  for (std::uint16_t number = 1; number <= kEventTypes; ++number) {
    if (type_name(number) == where.text()) return kReaders[number - 1u](place, event);
  }
  where.fail_wanted("the name of an event type");
}

void write(JsonWriter& json, const Event& event) {
  json.object([&] {
    json("type", type_name(event));
    std::visit([&](const auto& e) { fields(e, json); }, event);
  });
}

std::string to_json(const Event& event) {
  std::string text;
  JsonWriter json(text);
  write(json, event);
  return text;
}

std::string to_json(std::span<const Event> events) {
  std::string text;
  JsonWriter json(text);
  json.list(events, [&](const Event& event) { write(json, event); });
  return text;
}

absl::StatusOr<Event> event_from_json(std::string_view text) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxSetupBytes});
  if (!value.ok()) return value.status();
  JsonReading reading{{}, -kMaxMoney.units};
  Event event;
  read(JsonPlace(*value, reading), event);
  if (reading.fault) return to_status(*reading.fault);
  return event;
}

}  // namespace auction
