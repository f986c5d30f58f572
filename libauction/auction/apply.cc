#include "libauction/auction/apply_internal.h"
#include "libauction/auction/deadline.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

void on(State& state, const BidPlaced& e, Instant at) {
  OpenLot& lot = open_lot(state, e.lot);
  check_manager(state, e.manager);
  give_up_lead(state, lot);
  take_lead(state, e.manager, lot, e.amount);
  const Ladder& ladder = state.rules->english.ladder;
  const bool on_rung = lot.leader != kNoManager && e.amount == lot.next_bid;
  lot.next_bid = on_rung ? rung_after(ladder, e.amount) : next_rung(ladder, e.amount);
  lot.price = e.amount;
  lot.leader = e.manager;
  lot.last_bid_seq = state.seq;
  ++lot.bid_count;
  bids_of(state, e.lot).push_back({e.amount, state.seq, at, e.manager});
}

void on(State& state, const ClockExtended& e, Instant) {
  OpenLot& lot = open_lot(state, e.lot);
  lot.ends_at = e.ends_at;
  if (lot.extensions < UINT16_MAX) ++lot.extensions;  // beyond, nobody counts: no cap is so high
  state.alarm.at = earlier(state.alarm.at, e.ends_at);
}

// Whether another event than those of the bid path was applied: it may have moved any deadline.
bool apply_one(State& state, const Event& event, Instant at) {
  const bool created = std::holds_alternative<AuctionCreated>(event);
  AUCTION_CHECK(created == (state.status == Status::kNone),
                "an auction is created once, and first");
  ++state.seq;
  state.last_at = later(state.last_at, at);
  if (const auto* bid = std::get_if<BidPlaced>(&event)) {
    on(state, *bid, at);
    return false;
  }
  if (const auto* extended = std::get_if<ClockExtended>(&event)) {
    on(state, *extended, at);
    return false;
  }
  match(event, [&](const auto& e) { on(state, e, at); });
  return true;
}

}  // namespace

void apply(State& state, const Event& event, Instant at) { apply(state, {&event, 1}, at); }

void apply(State& state, std::span<const Event> events, Instant at) {
  bool deadlines_moved = false;
  for (const Event& event : events) deadlines_moved |= apply_one(state, event, at);
  if (deadlines_moved) state.alarm.at = next_deadline(state);
}

}  // namespace auction
