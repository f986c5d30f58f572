#include "libauction/auction/view.h"

#include "libauction/auction/deadline.h"

namespace auction {
namespace {

LotView lot_view(const State& state, std::size_t slot, Instant clock) {
  const OpenLot& lot = state.open[slot];
  const LotRecord& record = state.lots[lot.number.value - 1];
  const std::vector<PlacedBid>& bids = state.bids[slot];
  LotView v;
  v.number = lot.number;
  v.asset = lot.asset;
  v.round = record.round;
  v.reoffer = record.round > 1;
  v.base_price = lot.base;
  if (lot.leader != kNoManager) v.current_bid = lot.price;
  v.leader = lot.leader;
  v.bid_count = lot.bid_count;
  v.next_bid = lot.next_bid;
  v.extensions = lot.extensions;
  v.opened_at = record.opened_at;
  v.ends_at = lot.ends_at;
  v.remaining = lot.ends_at > clock ? lot.ends_at - clock : Millis{0};
  const std::size_t shown = bids.size() < kBidsShown ? bids.size() : kBidsShown;
  v.bids.assign(bids.rbegin(), bids.rbegin() + static_cast<std::ptrdiff_t>(shown));
  for (std::size_t m = 0; m < state.seats.size(); ++m) {
    v.max_bids.push_back(max_bid(state, ManagerSlot{static_cast<std::uint8_t>(m)}, lot));
  }
  return v;
}

ManagerView manager_view(const State& state, std::size_t m) {
  const Account& account = state.accounts[m];
  ManagerView v;
  v.slot = {static_cast<std::uint8_t>(m)};
  v.purse = purse(account);
  v.spent = account.spent + account.charged;
  v.slots_used = state.seats[m].roster;
  v.slots_left = static_cast<std::uint16_t>(state.rules->squad.max - v.slots_used);
  v.squad = account.squad;
  return v;
}

Progress progress(const State& state) {
  Progress p;
  p.round = state.round;
  for (const AssetRecord& asset : state.assets) {
    p.sold += asset.fate == AssetFate::kOwned && asset.last_lot.value != 0 ? 1 : 0;
    p.unsold += asset.fate == AssetFate::kUnsold ? 1 : 0;
    p.remaining += asset.fate == AssetFate::kQueued || asset.fate == AssetFate::kOpen ? 1 : 0;
    p.total += asset.fate != AssetFate::kOwned || asset.last_lot.value != 0 ? 1 : 0;
  }
  return p;
}

}  // namespace

View view(const State& state, ManagerSlot viewer, Instant now) {
  const Instant clock = clock_now(state, now);
  View v;
  v.seq = state.seq;
  v.server_now = now;
  v.status = state.status;
  v.phase = phase(state);
  v.reason = state.end_reason;
  v.opens_at = state.status == Status::kWaiting ? state.begins_at : next_opening(state);
  v.requests_end_at = state.requests_end_at;
  for (std::size_t i = 0; i < state.open.size(); ++i) v.lots.push_back(lot_view(state, i, clock));
  for (std::size_t m = 0; m < state.seats.size(); ++m) v.managers.push_back(manager_view(state, m));
  v.progress = progress(state);
  if (!state.rules->order.hidden) v.upcoming.assign(state.queue.rbegin(), state.queue.rend());
  v.closed = state.lots;
  v.viewer = viewer;
  if (viewer.value < state.accounts.size()) v.requested = state.accounts[viewer.value].requested;
  return v;
}

}  // namespace auction
