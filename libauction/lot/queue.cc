#include "libauction/lot/queue.h"

#include "libauction/base/random.h"

namespace auction {
namespace {

std::uint64_t first_word(const Seed& seed) { return ByteReader(seed.bytes).u64(); }

// The assets of each set together, sets in the order of their first asset, stable inside.
std::vector<AssetSlot> by_sets(const Catalogue& catalogue, const std::vector<AssetSlot>& offered) {
  std::vector<AssetSlot> order;
  std::vector<bool> taken(offered.size(), false);
  order.reserve(offered.size());
  for (std::size_t i = 0; i < offered.size(); ++i) {
    if (taken[i]) continue;
    for (std::size_t j = i; j < offered.size(); ++j) {
      if (taken[j] || catalogue[offered[j]].set != catalogue[offered[i]].set) continue;
      taken[j] = true;
      order.push_back(offered[j]);
    }
  }
  return order;
}

void shuffle_inside_sets(const Catalogue& catalogue, std::span<AssetSlot> order,
                         SplitMix64& chance) {
  while (!order.empty()) {
    std::size_t size = 1;
    while (size < order.size() && catalogue[order[size]].set == catalogue[order[0]].set) ++size;
    shuffle(order.first(size), chance);
    order = order.subspan(size);
  }
}

}  // namespace

Digest commitment(const Seed& seed) { return sha256(seed.bytes); }

Seed seed_from(std::uint64_t number) {
  Bytes bytes;
  put_u64(bytes, number);
  return {sha256(bytes).bytes};
}

std::vector<AssetSlot> lot_order(OrderKind kind, const Catalogue& catalogue,
                                 const std::vector<AssetSlot>& offered, const Seed& seed) {
  SplitMix64 chance(first_word(seed));
  std::vector<AssetSlot> order = offered;
  if (kind == OrderKind::kShuffled) shuffle(std::span<AssetSlot>(order), chance);
  if (kind == OrderKind::kSets || kind == OrderKind::kSetsShuffledInside)
    order = by_sets(catalogue, offered);
  if (kind == OrderKind::kSetsShuffledInside) shuffle_inside_sets(catalogue, order, chance);
  return order;
}

}  // namespace auction
