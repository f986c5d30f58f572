// What takes back what was done, and what changes the set-up itself.
#include <algorithm>

#include "libauction/auction/apply_internal.h"
#include "libauction/auction/caches_internal.h"

namespace auction {
namespace {

// Events hold what changed; the state shares the whole set-up as it stands.
template <class Change>
void change_setup(State& state, Change change) {
  Setup setup = *state.setup;
  change(setup);
  state.setup = Shared<Setup>(std::move(setup));
}

void forget_purchases(Account& account) {
  account.spent = {};
  account.adjusted = {};
  account.requested.clear();
  std::erase_if(account.squad, [](const Holding& holding) { return holding.lot.value != 0; });
}

}  // namespace

void on(State& state, const SaleVoided& e, Instant) {
  AUCTION_CHECK(e.lot.value >= 1 && e.lot.value <= state.lots.size(), "the lot has come up");
  LotRecord& lot = state.lots[e.lot.value - 1];
  AUCTION_CHECK(lot.outcome == Outcome::kSold, "the lot is sold");
  give_back(state, lot.winner, {lot.asset, e.lot, lot.price});
  lot.outcome = Outcome::kVoided;
  state.assets[lot.asset.value].fate = e.will_reoffer ? AssetFate::kQueued : AssetFate::kUnsold;
  if (e.will_reoffer) state.queue.insert(state.queue.begin(), lot.asset);
}

void on(State& state, const AuctionReset& e, Instant) {
  AUCTION_CHECK(state.open.empty(), "open lots are withdrawn first");
  change_setup(state, [&](Setup& setup) { setup.order_commitment = e.order_commitment; });
  state.status = Status::kWaiting;
  state.end_reason = EndReason::kNone;
  state.round = 1;
  state.begins_at = state.requests_end_at = kNever;
  state.paused_at = {};
  state.openings.clear();
  state.queue.clear();
  for (LotRecord& lot : state.lots) {
    if (lot.outcome == Outcome::kSold) lot.outcome = Outcome::kVoided;
  }
  for (Account& account : state.accounts) forget_purchases(account);
  for (const AssetSlot asset : offered_assets(*state.setup)) {
    state.assets[asset.value].fate = AssetFate::kQueued;
  }
  rebuild_caches(state);
}

void on(State& state, const CommissionerAppointed& e, Instant) {
  change_setup(state, [&](Setup& setup) { setup.commissioners.push_back(e.who); });
}

void on(State& state, const CommissionerDismissed& e, Instant) {
  change_setup(state, [&](Setup& setup) {
    AUCTION_CHECK(std::erase(setup.commissioners, e.who) > 0, "the actor is a commissioner");
  });
}

}  // namespace auction
