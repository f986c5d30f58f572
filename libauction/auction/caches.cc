#include "libauction/auction/caches_internal.h"

#include "libauction/auction/deadline.h"
#include "libauction/auction/ledger_internal.h"

namespace auction {
namespace {

void count_asset(State& state, std::size_t manager, AssetSlot asset) {
  const std::size_t quotas = state.rules->squad.quotas.size();
  for (std::size_t q = 0; q < quotas; ++q) {
    if ((state.assets[asset.value].quotas >> q) & 1) ++state.quota_counts[manager * quotas + q];
  }
}

void rebuild_assets(State& state) {
  for (std::size_t i = 0; i < state.assets.size(); ++i) {
    state.assets[i].quotas =
        quota_mask(state.rules->squad.quotas, state.setup->catalogue->assets[i]);
  }
}

void rebuild_lots(State& state) {
  state.slot_of_lot.assign(state.lots.size() + 1, kClosed);
  for (std::size_t i = 0; i < state.open.size(); ++i) {
    OpenLot& lot = state.open[i];
    const std::vector<PlacedBid>& bids = state.bids[i];
    state.slot_of_lot[lot.number.value] = static_cast<std::uint8_t>(i);
    lot.quotas = state.assets[lot.asset.value].quotas;
    lot.bid_count = static_cast<std::uint32_t>(bids.size());
    lot.leader = bids.empty() ? kNoManager : bids.back().manager;
    lot.price = bids.empty() ? Money{} : bids.back().amount;
    lot.next_bid = bids.empty() ? lot.base : next_rung(state.rules->english.ladder, lot.price);
  }
}

void rebuild_seats(State& state) {
  const std::size_t managers = state.accounts.size();
  state.seats.assign(managers, {});
  state.quota_counts.assign(managers * state.rules->squad.quotas.size(), 0);
  for (std::size_t m = 0; m < managers; ++m) {
    const Account& account = state.accounts[m];
    state.seats[m].free = purse(account);
    state.seats[m].roster = static_cast<std::uint16_t>(account.squad.size());
    for (const Holding& holding : account.squad) count_asset(state, m, holding.asset);
  }
  for (const OpenLot& lot : state.open) {
    if (lot.leader == kNoManager) continue;
    Seat& seat = state.seats[lot.leader.value];
    seat.free -= lot.price;
    ++seat.led;
    count_asset(state, lot.leader.value, lot.asset);
  }
}

}  // namespace

void rebuild_caches(State& state) {
  rebuild_assets(state);
  rebuild_lots(state);
  rebuild_seats(state);
  refresh_limits(state);
  state.alarm.at = next_deadline(state);
}

}  // namespace auction
