#include "libauction/auction/apply_internal.h"

namespace auction {
namespace {

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

// The second argument says how a deadline moves; a deadline that is never stays never.
template <class Move>
void move_deadlines(State& state, Move move) {
  for (OpenLot& lot : state.open) lot.ends_at = move(lot.ends_at);
  for (Instant& opening : state.openings) opening = move(opening);
  if (state.requests_end_at != kNever) state.requests_end_at = move(state.requests_end_at);
  if (state.begins_at != kNever) state.begins_at = move(state.begins_at);
}

}  // namespace

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

void on(State& state, const EndCalled&, Instant) {
  state.end_reason = EndReason::kEndedByCommissioner;
  state.openings.clear();
  state.requests_end_at = kNever;
}

void on(State& state, const AuctionCancelled&, Instant) {
  state.status = Status::kCancelled;
  state.end_reason = EndReason::kNone;
  state.openings.clear();
  state.requests_end_at = kNever;
  state.begins_at = kNever;
  state.paused_at = {};
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

}  // namespace auction
