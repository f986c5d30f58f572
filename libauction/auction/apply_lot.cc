#include "libauction/auction/apply_internal.h"

namespace auction {
namespace {

constexpr std::size_t kBidsReserved = 64;

// A new line in the list of lots; offerings are numbered without gaps.
LotRecord& new_lot(State& state, LotNumber number, AssetSlot asset, Instant at) {
  check_asset(state, asset);
  AUCTION_CHECK(number.value == state.lots.size() + 1, "lot numbers have no gaps");
  LotRecord record;
  record.asset = asset;
  record.round = state.round;
  record.opened_at = at;
  if (state.lots.empty()) {  // every asset comes up once, if it all goes well
    state.lots.reserve(state.assets.size());
    state.slot_of_lot.reserve(state.assets.size() + 1);
  }
  state.slot_of_lot.push_back(kClosed);
  state.assets[asset.value].last_lot = number;
  return state.lots.emplace_back(record);
}

void take_from_queue(State& state, AssetSlot asset) {
  AUCTION_CHECK(!state.queue.empty() && state.queue.back() == asset, "the asset is next");
  state.queue.pop_back();
}

// The lot is off the block: leader's commitment back, history kept for the next lot, record closed.
void close_lot(State& state, LotNumber number, Outcome outcome, How how) {
  OpenLot& lot = open_lot(state, number);
  give_up_lead(state, lot);
  LotRecord& record = state.lots[number.value - 1];
  record.outcome = outcome;
  record.how = how;
  record.bid_count = lot.bid_count;
  const std::size_t slot = state.slot_of_lot[number.value];
  state.bids[slot].clear();
  state.spares.lists.push_back(std::move(state.bids[slot]));
  state.bids.erase(state.bids.begin() + static_cast<std::ptrdiff_t>(slot));
  state.open.erase(state.open.begin() + static_cast<std::ptrdiff_t>(slot));
  state.slot_of_lot[number.value] = kClosed;
  for (std::size_t i = slot; i < state.open.size(); ++i)
    --state.slot_of_lot[state.open[i].number.value];
}

void close_unsold(State& state, LotNumber number, Outcome outcome, How how, AssetFate fate) {
  const AssetSlot asset = open_lot(state, number).asset;
  close_lot(state, number, outcome, how);
  state.assets[asset.value].fate = fate;
}

// The lot never opened.
void leave_unsold(State& state, LotNumber number, AssetSlot asset, How how, Instant at) {
  take_from_queue(state, asset);
  LotRecord& record = new_lot(state, number, asset, at);
  record.outcome = Outcome::kUnsold;
  record.how = how;
  state.assets[asset.value].fate = AssetFate::kUnsold;
}

}  // namespace

void on(State& state, const LotOpened& e, Instant at) {
  take_from_queue(state, e.asset);
  AUCTION_CHECK(!state.openings.empty() && state.open.size() < kMaxOpenLots,
                "a lot opens at an opening");
  state.openings.erase(state.openings.begin());
  new_lot(state, e.lot, e.asset, at);
  state.assets[e.asset.value].fate = AssetFate::kOpen;
  state.slot_of_lot[e.lot.value] = static_cast<std::uint8_t>(state.open.size());
  OpenLot lot;
  lot.number = e.lot;
  lot.asset = e.asset;
  lot.base = lot.next_bid = e.base_price;
  lot.ends_at = e.ends_at;
  lot.hard_stop = e.hard_stop;
  lot.quotas = state.assets[e.asset.value].quotas;
  state.open.push_back(lot);
  if (state.spares.lists.empty()) state.spares.lists.emplace_back().reserve(kBidsReserved);
  state.bids.push_back(std::move(state.spares.lists.back()));
  state.spares.lists.pop_back();
}

void on(State& state, const LotSold& e, Instant) {
  check_manager(state, e.winner);
  const AssetSlot asset = open_lot(state, e.lot).asset;
  close_lot(state, e.lot, Outcome::kSold, e.how);
  buy(state, e.winner, asset, e.lot, e.price);
  state.lots[e.lot.value - 1].winner = e.winner;
  state.lots[e.lot.value - 1].price = e.price;
}

void on(State& state, const LotUnsold& e, Instant) {
  close_unsold(state, e.lot, Outcome::kUnsold, e.how, AssetFate::kUnsold);
}

void on(State& state, const LotPassed& e, Instant at) {
  leave_unsold(state, e.lot, e.asset, How::kNobodyCanBid, at);
}

void on(State& state, const LotSkipped& e, Instant at) {
  leave_unsold(state, e.lot, e.asset, How::kClosedByCommissioner, at);
}

void on(State& state, const LotAssigned& e, Instant at) {
  check_manager(state, e.manager);
  LotRecord& record = new_lot(state, e.lot, e.asset, at);
  record.outcome = Outcome::kSold;
  record.how = How::kAssigned;
  record.winner = e.manager;
  record.price = e.price;
  std::erase(state.queue, e.asset);
  buy(state, e.manager, e.asset, e.lot, e.price);
}

void on(State& state, const LotWithdrawn& e, Instant) {
  close_unsold(state, e.lot, Outcome::kWithdrawn, How::kWithdrawn, AssetFate::kWithdrawn);
}

void on(State& state, const LotExtended& e, Instant) { open_lot(state, e.lot).ends_at = e.ends_at; }

void on(State& state, const BidRetracted& e, Instant) {
  OpenLot& lot = open_lot(state, e.lot);
  give_up_lead(state, lot);
  std::vector<PlacedBid>& bids = bids_of(state, e.lot);
  AUCTION_CHECK(e.bids_left < bids.size(), "a retraction takes a bid back");
  bids.resize(e.bids_left);
  lot.leader = kNoManager;
  lot.price = {};
  lot.next_bid = lot.base;
  if (!bids.empty()) {
    take_lead(state, bids.back().manager, lot, bids.back().amount);
    lot.leader = bids.back().manager;
    lot.price = bids.back().amount;
    lot.next_bid = next_rung(state.rules->english.ladder, lot.price);
  }
  AUCTION_CHECK(lot.leader == e.leader && lot.price == e.price, "the bid before leads");
  lot.bid_count = e.bids_left;
  lot.last_bid_seq = state.seq;
  lot.ends_at = e.ends_at;
}

}  // namespace auction
