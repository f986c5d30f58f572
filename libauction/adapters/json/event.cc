#include "libauction/adapters/json/event.h"

#include "libauction/adapters/json/event_json_internal.h"
#include "libauction/adapters/json/tagged_internal.h"
#include "libauction/auction/event_fields.h"

namespace auction {
namespace {

std::string_view name_of(std::uint16_t number) { return type_name(number); }

}  // namespace

void read(const JsonPlace& place, Event& event) { read_tagged(place, event, name_of); }

void write_event(JsonWriter& json, const Event& event) {
  write_tagged(json, type_name(event), event);
}

std::string to_json(const Event& event) {
  return json_text([&](JsonWriter& json) { write_event(json, event); });
}

std::string to_json(std::span<const Event> events) {
  return json_text([&](JsonWriter& json) {
    json.list(events, [&](const Event& event) { write_event(json, event); });
  });
}

absl::StatusOr<Event> event_from_json(std::string_view text) {
  return tagged_from_json<Event>(text, name_of);
}

}  // namespace auction
