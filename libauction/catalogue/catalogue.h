// The catalogue: every asset an auction knows, in the order of the list it came from.
//
// At most 65,535. An asset is named by its slot inside an auction and by its id or external id
// outside it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "libauction/catalogue/asset.h"

namespace auction {

inline constexpr std::size_t kMaxAssets = 65'535;

struct Catalogue {
  std::vector<Asset> assets;

  const Asset& operator[](AssetSlot slot) const { return assets[slot.value]; }
  bool operator==(const Catalogue&) const = default;
};

// Linear searches, for the door and for tools; never on the bid path.
std::optional<AssetSlot> find_asset(const Catalogue& catalogue, AssetId id);
std::optional<AssetSlot> find_asset(const Catalogue& catalogue, std::string_view external_id);

}  // namespace auction
