#include "libauction/catalogue/catalogue.h"

namespace auction {
namespace {

template <class Matches>
std::optional<AssetSlot> find_where(const Catalogue& catalogue, Matches matches) {
  for (std::size_t i = 0; i < catalogue.assets.size(); ++i) {
    if (matches(catalogue.assets[i])) return AssetSlot{static_cast<std::uint16_t>(i)};
  }
  return std::nullopt;
}

}  // namespace

std::string_view attribute(const Asset& asset, std::string_view name) {
  for (const Attribute& a : asset.attributes) {
    if (a.name == name) return a.value;
  }
  return {};
}

bool has_role(const Asset& asset, std::string_view role) {
  for (const std::string& r : asset.roles) {
    if (r == role) return true;
  }
  return false;
}

std::optional<AssetSlot> find_asset(const Catalogue& catalogue, AssetId id) {
  return find_where(catalogue, [&](const Asset& asset) { return asset.id == id; });
}

std::optional<AssetSlot> find_asset(const Catalogue& catalogue, std::string_view external_id) {
  return find_where(catalogue, [&](const Asset& a) { return a.external_id == external_id; });
}

}  // namespace auction
