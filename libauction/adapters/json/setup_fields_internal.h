// The JSON names of a set-up's fields, once, for the reader and the writer.
#pragma once

#include "libauction/adapters/json/rule_set_json_internal.h"
#include "libauction/adapters/json/setup_json_internal.h"

namespace auction {

template <class T, class Of>
concept SetupPart = std::same_as<std::remove_const_t<T>, Of>;

// Attributes are an object in JSON: each name once, in any order.
template <class T>
struct AsObject {
  T& attributes;
};
template <class T>
AsObject(T&) -> AsObject<T>;

void read(const JsonPlace& place, AsObject<std::vector<Attribute>> as);
void write(JsonWriter& json, const AsObject<const std::vector<Attribute>>& as);

void fields(SetupPart<Asset> auto& asset, auto& each) {
  each("id", asset.id);
  each("externalId", asset.external_id);
  each("name", asset.name);
  each("set", asset.set);
  each("roles", asset.roles);
  each("attributes", AsObject{asset.attributes});
  each("basePrice", asset.base_price);
}

void fields(SetupPart<Retained> auto& retained, auto& each) {
  each("asset", retained.asset);
  each("price", retained.price);
}

void fields(SetupPart<Participant> auto& manager, auto& each) {
  each("id", manager.id);
  each("label", manager.label);
  each("purse", manager.purse);
  each("retained", manager.retained);
}

}  // namespace auction
