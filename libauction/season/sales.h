// Sales: who owned what from when, folded from an auction's own log.
//
//   Sales sales;
//   for (each record) for (each event) sales.take(event, record.at);
//   for (const Stint& stint : sales.stints()) decide(season, SetOwner{stint}, ...);
//
// Slots are the auction's: a season over the same catalogue and the same participants, in the same
// order, uses them as they are (`setup_after`). Retained assets are owned from the set-up on; a
// sale that is voided, and a reset, end what they undo: the asset is nobody's from then on.
#pragma once

#include "libauction/auction/event.h"
#include "libauction/season/season.h"

namespace auction {

class Sales {
 public:
  void take(const Event& event, Instant at);

  // By asset, as a season keeps them.
  std::vector<Stint> stints() const;

 private:
  void sell(AssetSlot asset, ManagerSlot manager, Instant at);
  void take_back(AssetSlot asset, Instant at);
  AssetSlot asset_of(LotNumber lot) const;

  std::vector<AssetSlot> asset_of_lot_;  // lot n is at n - 1
  std::vector<Stint> stints_;
};

// A season among the participants of an auction, over its catalogue. Teams, figures and book are
// the caller's to add.
SeasonSetup setup_after(const Setup& auction, std::string name);

}  // namespace auction
