#include "libauction/season/sales.h"

#include <algorithm>

namespace auction {

void Sales::sell(AssetSlot asset, ManagerSlot manager, Instant at) {
  std::erase_if(stints_, [&](const Stint& s) { return s.asset == asset && s.from == at; });
  stints_.push_back({asset, at, manager});
}

// Nothing where nobody owns it.
void Sales::take_back(AssetSlot asset, Instant at) {
  ManagerSlot owner = kNoManager;
  for (const Stint& stint : stints_) {
    if (stint.asset == asset) owner = stint.manager;
  }
  if (owner != kNoManager) sell(asset, kNoManager, at);
}

AssetSlot Sales::asset_of(LotNumber lot) const {
  AUCTION_CHECK(lot.value >= 1 && lot.value <= asset_of_lot_.size(), "the lot has come up");
  return asset_of_lot_[lot.value - 1];
}

void Sales::take(const Event& event, Instant at) {
  if (const auto* created = std::get_if<AuctionCreated>(&event)) {
    const std::vector<Participant>& participants = created->setup->participants;
    for (std::size_t i = 0; i < participants.size(); ++i) {
      for (const Retained& retained : participants[i].retained) {
        sell(retained.asset, ManagerSlot{static_cast<std::uint8_t>(i)}, at);
      }
    }
  }
  if (const auto* opened = std::get_if<LotOpened>(&event)) asset_of_lot_.push_back(opened->asset);
  if (const auto* passed = std::get_if<LotPassed>(&event)) asset_of_lot_.push_back(passed->asset);
  if (const auto* assigned = std::get_if<LotAssigned>(&event)) {
    asset_of_lot_.push_back(assigned->asset);
    sell(assigned->asset, assigned->manager, at);
  }
  if (const auto* skipped = std::get_if<LotSkipped>(&event)) {
    asset_of_lot_.push_back(skipped->asset);
  }
  if (const auto* sold = std::get_if<LotSold>(&event)) sell(asset_of(sold->lot), sold->winner, at);
  if (const auto* undone = std::get_if<SaleVoided>(&event)) take_back(asset_of(undone->lot), at);
  if (std::holds_alternative<AuctionReset>(event)) {
    for (const AssetSlot asset : asset_of_lot_) take_back(asset, at);
  }
}

std::vector<Stint> Sales::stints() const {
  std::vector<Stint> sorted = stints_;
  std::stable_sort(sorted.begin(), sorted.end(), [](const Stint& a, const Stint& b) {
    return a.asset != b.asset ? a.asset < b.asset : a.from < b.from;
  });
  return sorted;
}

SeasonSetup setup_after(const Setup& auction, std::string name) {
  SeasonSetup setup;
  setup.season = {auction.auction.hi, auction.auction.lo};
  setup.name = std::move(name);
  setup.catalogue = auction.catalogue;
  for (const Participant& participant : auction.participants) {
    setup.members.push_back({participant.id, participant.label});
  }
  return setup;
}

}  // namespace auction
