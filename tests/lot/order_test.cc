#include <algorithm>

#include "libauction/base/hex.h"
#include "libauction/lot/queue.h"
#include "tests/catch.h"

using namespace auction;

namespace {

Catalogue catalogue_of(std::initializer_list<const char*> sets) {
  Catalogue catalogue;
  for (const char* set : sets) {
    Asset asset;
    asset.set = set;
    catalogue.assets.push_back(asset);
  }
  return catalogue;
}

std::vector<AssetSlot> all_of(const Catalogue& catalogue) {
  std::vector<AssetSlot> slots;
  for (std::uint16_t i = 0; i < catalogue.assets.size(); ++i) slots.push_back({i});
  return slots;
}

std::string text(const std::vector<AssetSlot>& order) {
  std::string digits;
  for (const AssetSlot slot : order) digits += std::to_string(slot.value);
  return digits;
}

}  // namespace

TEST_CASE("sets come in the order of their first asset, and keep their own order") {
  const Catalogue catalogue = catalogue_of({"M1", "BA1", "M1", "AL1", "BA1", "M1"});
  CHECK(text(lot_order(OrderKind::kGiven, catalogue, all_of(catalogue), {})) == "012345");
  CHECK(text(lot_order(OrderKind::kSets, catalogue, all_of(catalogue), {})) == "025143");
}

TEST_CASE("a drawn order is a permutation that its seed alone decides") {
  const Catalogue catalogue = catalogue_of({"", "", "", "", "", "", "", ""});
  const auto order = lot_order(OrderKind::kShuffled, catalogue, all_of(catalogue), seed_from(1));
  CHECK(std::is_permutation(order.begin(), order.end(), all_of(catalogue).begin()));
  CHECK(order == lot_order(OrderKind::kShuffled, catalogue, all_of(catalogue), seed_from(1)));
  CHECK(order != lot_order(OrderKind::kShuffled, catalogue, all_of(catalogue), seed_from(2)));
}

TEST_CASE("drawn inside sets: the sets stay where they are") {
  const Catalogue catalogue = catalogue_of({"A", "A", "A", "B", "B", "B"});
  const auto order =
      lot_order(OrderKind::kSetsShuffledInside, catalogue, all_of(catalogue), seed_from(3));
  for (std::size_t i = 0; i < 6; ++i) CHECK(catalogue[order[i]].set == (i < 3 ? "A" : "B"));
}

// The commitment is plain SHA-256, so that anybody can check the draw when its seed is shown.
TEST_CASE("a seed's commitment is its SHA-256") {
  CHECK(to_hex(commitment(Seed{}).bytes) ==
        "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925");
  CHECK_FALSE(commitment(seed_from(1)) == commitment(seed_from(2)));
}
