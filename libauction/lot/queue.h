// The order in which lots come up, and what becomes of unsold ones.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "libauction/base/instant.h"
#include "libauction/base/sha256.h"
#include "libauction/catalogue/catalogue.h"

namespace auction {

enum class OrderKind : std::uint8_t {
  kGiven = 0,
  kShuffled = 1,
  kSets = 2,
  kSetsShuffledInside = 3
};

struct OrderRules {
  OrderKind kind = OrderKind::kGiven;
  bool hidden = false;  // upcoming lots are shown to nobody

  bool operator==(const OrderRules&) const = default;
};

enum class UnsoldKind : std::uint8_t { kNeverAgain = 0, kRounds = 1, kByRequest = 2 };

struct UnsoldRules {
  UnsoldKind kind = UnsoldKind::kNeverAgain;
  std::uint16_t rounds = 0;             // re-offer rounds at most
  std::uint16_t names_per_manager = 0;  // by request
  Millis request_ms;                    // by request: how long names are taken

  bool operator==(const UnsoldRules&) const = default;
};

// The secret of a drawn order. Its SHA-256 is pinned at set-up, so nobody can choose the draw after
// the fact.
struct Seed {
  std::array<std::uint8_t, 32> bytes{};

  bool operator==(const Seed&) const = default;
};

Digest commitment(const Seed& seed);
Seed seed_from(
    std::uint64_t number);  // for simulations and `--seed`: SHA-256 of the number's 8 bytes

constexpr bool needs_draw(OrderKind kind) {
  return kind == OrderKind::kShuffled || kind == OrderKind::kSetsShuffledInside;
}

// The order of the assets in `offered` (catalogue order). Sets come in the order of their first
// asset. The generator is SplitMix64 over the seed's first 8 bytes, little-endian.
std::vector<AssetSlot> lot_order(OrderKind kind, const Catalogue& catalogue,
                                 const std::vector<AssetSlot>& offered, const Seed& seed);

}  // namespace auction
