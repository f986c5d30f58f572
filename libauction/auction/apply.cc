#include "libauction/auction/apply.h"

#include "libauction/auction/deadline.h"
#include "libauction/auction/ledger.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

constexpr std::size_t kBidsReserved = 64;

OpenLot& open_lot(State& state, LotNumber number) {
  AUCTION_CHECK(number.value < state.slot_of_lot.size(), "the lot has come up");
  const std::uint8_t slot = state.slot_of_lot[number.value];
  AUCTION_CHECK(slot != kClosed, "the lot is open");
  return state.open[slot];
}

std::vector<PlacedBid>& bids_of(State& state, LotNumber number) {
  return state.bids[state.slot_of_lot[number.value]];
}

void check_manager(const State& state, ManagerSlot manager) {
  AUCTION_CHECK(manager.value < state.seats.size(), "the manager has a seat");
}

void check_asset(const State& state, AssetSlot asset) {
  AUCTION_CHECK(asset.value < state.assets.size(), "the asset is in the catalogue");
}

// A new line in the list of lots; offerings are numbered without gaps.
LotRecord& new_lot(State& state, LotNumber number, AssetSlot asset, Instant at) {
  check_asset(state, asset);
  AUCTION_CHECK(number.value == state.lots.size() + 1, "lot numbers have no gaps");
  LotRecord record;
  record.asset = asset;
  record.round = state.round;
  record.opened_at = at;
  state.slot_of_lot.push_back(kClosed);
  state.assets[asset.value].last_lot = number;
  return state.lots.emplace_back(record);
}

void take_from_queue(State& state, AssetSlot asset) {
  AUCTION_CHECK(!state.queue.empty() && state.queue.back() == asset, "the asset is next");
  state.queue.pop_back();
}

void set_queue(State& state, const std::vector<AssetSlot>& order) {
  state.queue.assign(order.rbegin(), order.rend());
  for (const AssetSlot asset : order) {
    check_asset(state, asset);
    state.assets[asset.value].fate = AssetFate::kQueued;
  }
}

void add_opening(State& state, Instant at) {
  auto place = state.openings.end();
  while (place != state.openings.begin() && at < *(place - 1)) --place;
  state.openings.insert(place, at);
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

void on(State& state, const AuctionCreated& e, Instant) {
  state.setup = e.setup;
  state.rules = e.setup->rules;
  state.status = Status::kSetUp;
  const Setup& setup = *e.setup;
  const auto& quotas = state.rules->squad.quotas;
  AUCTION_CHECK(setup.participants.size() <= kMaxManagers && quotas.size() <= kMaxQuotas,
                "set-up in bounds");
  state.slot_of_lot.assign(1, kClosed);
  state.quota_counts.assign(setup.participants.size() * quotas.size(), 0);
  for (const Participant& p : setup.participants) {
    state.seats.push_back({p.purse, {}, 0, 0, 0});
    state.accounts.push_back({p.purse, {}, {}, {}, {}, {}});
  }
  for (const Asset& asset : setup.catalogue->assets) {
    state.assets.push_back({AssetFate::kQueued, quota_mask(quotas, asset), {}});
  }
  refresh_limits(state);
}

void on(State& state, const RetentionCharged& e, Instant) {
  check_manager(state, e.manager);
  for (const Retained& r : state.setup->participants[e.manager.value].retained) {
    check_asset(state, r.asset);
    retain(state, e.manager, r);
  }
  state.accounts[e.manager.value].charged += e.charged;
  change_free(state, e.manager, Money{0} - e.charged);
}

void on(State& state, const LotsOrdered& e, Instant) { set_queue(state, *e.order); }

void on(State& state, const AuctionOpened& e, Instant) {
  state.status = Status::kWaiting;
  state.begins_at = e.begins_at;
}

void on(State& state, const AuctionBegan& e, Instant at) {
  state.status = Status::kRunning;
  state.begins_at = kNever;
  state.openings.assign(e.openings, at);
}

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

void on(State& state, const BidPlaced& e, Instant at) {
  OpenLot& lot = open_lot(state, e.lot);
  check_manager(state, e.manager);
  give_up_lead(state, lot);
  take_lead(state, e.manager, lot, e.amount);
  lot.price = e.amount;
  lot.leader = e.manager;
  lot.last_bid_seq = state.seq;
  lot.next_bid = next_rung(state.rules->english.ladder, e.amount);
  ++lot.bid_count;
  bids_of(state, e.lot).push_back({e.amount, state.seq, at, e.manager});
}

void on(State& state, const ClockExtended& e, Instant) {
  OpenLot& lot = open_lot(state, e.lot);
  const bool was_first = lot.ends_at == state.due_at;
  lot.ends_at = e.ends_at;
  ++lot.extensions;
  if (was_first || e.ends_at < state.due_at) state.due_at = deadline_of(state);
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
  take_from_queue(state, e.asset);
  LotRecord& record = new_lot(state, e.lot, e.asset, at);
  record.outcome = Outcome::kUnsold;
  record.how = How::kNobodyCanBid;
  state.assets[e.asset.value].fate = AssetFate::kUnsold;
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

void on(State& state, const OpeningScheduled& e, Instant) { add_opening(state, e.at); }

void on(State& state, const RoundStarted& e, Instant at) {
  state.round = e.round;
  state.requests_end_at = kNever;
  set_queue(state, *e.order);
  state.openings.assign(e.openings, at);
  for (Account& account : state.accounts) account.requested.clear();
}

void on(State& state, const RequestsOpened& e, Instant) { state.requests_end_at = e.ends_at; }

void on(State& state, const LotsRequested& e, Instant) {
  check_manager(state, e.manager);
  for (const AssetSlot asset : *e.assets) check_asset(state, asset);
  state.accounts[e.manager.value].requested = *e.assets;
}

void on(State& state, const AuctionPaused&, Instant at) {
  state.status = Status::kPaused;
  state.paused_at = at;
}

// The second argument says how a deadline moves; a deadline that is never stays never.
template <class Move>
void move_deadlines(State& state, Move move) {
  for (OpenLot& lot : state.open) lot.ends_at = move(lot.ends_at);
  for (Instant& opening : state.openings) opening = move(opening);
  if (state.requests_end_at != kNever) state.requests_end_at = move(state.requests_end_at);
  if (state.begins_at != kNever) state.begins_at = move(state.begins_at);
}

void on(State& state, const AuctionResumed& e, Instant) {
  state.status = Status::kRunning;
  state.paused_at = {};
  move_deadlines(state, [&](Instant t) { return t + e.shift; });
  for (OpenLot& lot : state.open) {
    if (lot.hard_stop != kNever) lot.hard_stop = lot.hard_stop + e.shift;
  }
}

void on(State& state, const Recovered& e, Instant) {
  move_deadlines(state, [&](Instant t) { return later(t, e.not_before); });
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

void on(State& state, const PurseAdjusted& e, Instant) {
  check_manager(state, e.manager);
  state.accounts[e.manager.value].adjusted += e.delta;
  change_free(state, e.manager, e.delta);
}

void on(State& state, const AuctionCompleted& e, Instant) {
  state.status = Status::kCompleted;
  state.end_reason = e.reason;
  state.openings.clear();
  state.requests_end_at = kNever;
}

void on(State& state, const AuctionCancelled&, Instant) {
  state.status = Status::kCancelled;
  state.openings.clear();
  state.requests_end_at = kNever;
  state.begins_at = kNever;
  state.paused_at = {};
}

}  // namespace

void apply(State& state, const Event& event, Instant at) {
  const bool created = std::holds_alternative<AuctionCreated>(event);
  AUCTION_CHECK(created == (state.status == Status::kNone),
                "an auction is created once, and first");
  ++state.seq;
  state.last_at = later(state.last_at, at);
  match(event, [&]<class E>(const E& e) {
    on(state, e, at);
    // A bid moves no deadline, an extension looks after its own: the two events of the bid path.
    if constexpr (!std::is_same_v<E, BidPlaced> && !std::is_same_v<E, ClockExtended>) {
      state.due_at = deadline_of(state);
    }
  });
}

void apply(State& state, std::span<const Event> events, Instant at) {
  for (const Event& event : events) apply(state, event, at);
}

}  // namespace auction
