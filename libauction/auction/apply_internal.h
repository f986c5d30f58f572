// What the apply_* files share: one `on` an event, and look-ups that check. Not for users.
#pragma once

#include "libauction/auction/apply.h"
#include "libauction/auction/ledger_internal.h"

namespace auction {

inline OpenLot& open_lot(State& state, LotNumber number) {
  AUCTION_CHECK(number.value < state.slot_of_lot.size(), "the lot has come up");
  const std::uint8_t slot = state.slot_of_lot[number.value];
  AUCTION_CHECK(slot != kClosed, "the lot is open");
  return state.open[slot];
}

inline std::vector<PlacedBid>& bids_of(State& state, LotNumber number) {
  return state.bids[state.slot_of_lot[number.value]];
}

inline void check_manager(const State& state, ManagerSlot manager) {
  AUCTION_CHECK(manager.value < state.seats.size(), "the manager has a seat");
}

inline void check_asset(const State& state, AssetSlot asset) {
  AUCTION_CHECK(asset.value < state.assets.size(), "the asset is in the catalogue");
}

void on(State& state, const AuctionCreated& e, Instant at);
void on(State& state, const RetentionCharged& e, Instant at);
void on(State& state, const LotsOrdered& e, Instant at);
void on(State& state, const AuctionOpened& e, Instant at);
void on(State& state, const AuctionBegan& e, Instant at);
void on(State& state, const LotOpened& e, Instant at);
void on(State& state, const LotSold& e, Instant at);
void on(State& state, const LotUnsold& e, Instant at);
void on(State& state, const LotPassed& e, Instant at);
void on(State& state, const LotAssigned& e, Instant at);
void on(State& state, const LotWithdrawn& e, Instant at);
void on(State& state, const OpeningScheduled& e, Instant at);
void on(State& state, const RoundStarted& e, Instant at);
void on(State& state, const RequestsOpened& e, Instant at);
void on(State& state, const LotsRequested& e, Instant at);
void on(State& state, const AuctionPaused& e, Instant at);
void on(State& state, const AuctionResumed& e, Instant at);
void on(State& state, const Recovered& e, Instant at);
void on(State& state, const LotExtended& e, Instant at);
void on(State& state, const BidRetracted& e, Instant at);
void on(State& state, const PurseAdjusted& e, Instant at);
void on(State& state, const AuctionCompleted& e, Instant at);
void on(State& state, const AuctionCancelled& e, Instant at);
void on(State& state, const SaleVoided& e, Instant at);
void on(State& state, const AuctionReset& e, Instant at);
void on(State& state, const EndCalled& e, Instant at);
void on(State& state, const LotSkipped& e, Instant at);
void on(State& state, const CommissionerAppointed& e, Instant at);
void on(State& state, const CommissionerDismissed& e, Instant at);

}  // namespace auction
