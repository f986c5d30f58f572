#include "libauction/auction/apply.h"
#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

// Closing changes nobody's limit when the leader buys at the price led, or when nobody led.
bool limits_stand(const Event& conclusion, const OpenLot& lot) {
  const auto* sold = std::get_if<LotSold>(&conclusion);
  if (sold == nullptr) return lot.leader == kNoManager;
  return sold->winner == lot.leader && sold->price == lot.price;
}

State after(const State& state, const Event& conclusion, Instant now) {
  State next = state;
  apply(next, conclusion, later(now, state.last_at));
  return next;
}

}  // namespace

void conclude(const State& state, Event conclusion, const OpenLot& lot, Instant now, Events& out) {
  out.push_back(std::move(conclusion));
  const bool more_queued = state.queue.size() > state.openings.size();
  const bool wrap_up = state.queue.empty() && state.openings.empty() && state.open.size() == 1;
  if (!more_queued && !wrap_up) return;
  bool goes_on = false;
  if (is_ending(state)) {
    goes_on = false;
  } else if (more_queued && limits_stand(out.front(), lot)) {
    goes_on = anybody_can_buy_any(state);
  } else {
    const State next = after(state, out.front(), now);
    goes_on = more_queued ? anybody_can_buy_any(next) : another_round(next);
  }
  out.emplace_back(OpeningScheduled{goes_on ? now + state.rules->clock.gap_ms : now});
}

std::vector<AssetSlot> unsold_assets(const State& state) {
  std::vector<AssetSlot> unsold;
  for (std::size_t i = 0; i < state.lots.size(); ++i) {
    const AssetRecord& asset = state.assets[state.lots[i].asset.value];
    const bool last_offering = asset.last_lot.value == i + 1;
    if (last_offering && asset.fate == AssetFate::kUnsold) unsold.push_back(state.lots[i].asset);
  }
  return unsold;
}

std::vector<AssetSlot> buyable_again(const State& state) {
  std::vector<AssetSlot> buyable;
  for (const AssetSlot asset : unsold_assets(state)) {
    if (anybody_can_buy(state, asset)) buyable.push_back(asset);
  }
  return buyable;
}

bool another_round(const State& state) {
  const UnsoldRules& rules = state.rules->unsold;
  if (rules.kind == UnsoldKind::kNeverAgain || state.round > rules.rounds) return false;
  if (is_ending(state)) return false;
  return !buyable_again(state).empty();
}

bool will_reoffer(const State& state) {
  const UnsoldRules& rules = state.rules->unsold;
  return rules.kind == UnsoldKind::kRounds && state.round <= rules.rounds && !is_ending(state);
}

}  // namespace auction
