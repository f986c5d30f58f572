// An asset: what a lot sells, a club or a player.
//
// Attributes are free facts ("country" = "India"); quotas and retention rules name them. The base
// price is the asset's own reserve, or 0 for the rule set's minimum.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/base/id.h"
#include "libauction/base/money.h"

namespace auction {

using AssetSlot = Index<struct AssetSlotTag, std::uint16_t>;  // place in the catalogue, from 0

struct Attribute {
  std::string name;
  std::string value;

  bool operator==(const Attribute&) const = default;
};

struct Asset {
  AssetId id;
  std::string external_id;            // "virat_kohli", "MCI": the owner's key, unique
  std::string name;                   // "Virat Kohli"
  std::string set;                    // "M1"; empty outside auctions in sets
  std::vector<std::string> roles;     // "BAT", "WK"; none for clubs
  std::vector<Attribute> attributes;  // sorted by name, each name once
  Money base_price;                   // 0: the rule set's minimum

  bool operator==(const Asset&) const = default;
};

// The attribute's value, or "" where the asset has none.
std::string_view attribute(const Asset& asset, std::string_view name);
bool has_role(const Asset& asset, std::string_view role);

}  // namespace auction
