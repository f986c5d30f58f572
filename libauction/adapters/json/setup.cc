#include "libauction/adapters/json/setup.h"

#include <algorithm>

#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/setup_fields_internal.h"

namespace auction {

void read(const JsonPlace& place, AsObject<std::vector<Attribute>> as) {
  as.attributes.clear();
  const JsonObject* object = place.object();
  if (object == nullptr) return;
  for (const auto& [name, value] : *object) {
    as.attributes.push_back({name, JsonPlace(place, name, value).text()});
  }
  std::sort(as.attributes.begin(), as.attributes.end(),
            [](const Attribute& a, const Attribute& b) { return a.name < b.name; });
}

void write(JsonWriter& json, const AsObject<const std::vector<Attribute>>& as) {
  json.object([&] {
    for (const Attribute& attribute : as.attributes) json(attribute.name, attribute.value);
  });
}

void read(const JsonPlace& place, Setup& setup) {
  Catalogue catalogue;
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each("auction", setup.auction);
  each("rules", setup.rules);
  each("assets", catalogue.assets);
  each("managers", setup.participants);
  each("commissioners", setup.commissioners);
  each("orderCommitment", OrNull{setup.order_commitment, Digest{}});
  each.finish();
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
}

void write(JsonWriter& json, const Setup& setup) {
  json.object([&] {
    json("auction", setup.auction);
    json("rules", setup.rules);
    json("assets", setup.catalogue->assets);
    json("managers", setup.participants);
    json("commissioners", setup.commissioners);
    json("orderCommitment", OrNull{setup.order_commitment, Digest{}});
  });
}

absl::StatusOr<Setup> setup_from_json(std::string_view text) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxSetupBytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  Setup setup;
  read(JsonPlace(*value, reading), setup);
  if (reading.fault) return to_status(*reading.fault);
  return setup;
}

std::string to_json(const Setup& setup) {
  std::string text;
  JsonWriter json(text);
  write(json, setup);
  return text;
}

}  // namespace auction
