// The blocks about a lot, its clock and its bids, and the words for where an auction stands.
#include "examples/pilot/auctions/payload.h"
#include "libauction/auction/deadline.h"

namespace pilot {
namespace {

// Somebody can buy one of those that are queued, or that a further round would offer again.
bool more_comes(const State& state) {
  if (!state.queue.empty()) return anybody_can_buy_any(state);
  const UnsoldRules& unsold = state.rules->unsold;
  if (unsold.kind != UnsoldKind::kRounds || state.round > unsold.rounds) return false;
  for (std::size_t i = 0; i < state.assets.size(); ++i) {
    const AssetSlot asset{static_cast<std::uint16_t>(i)};
    if (state.assets[i].fate == AssetFate::kUnsold && anybody_can_buy(state, asset)) return true;
  }
  return false;
}

}  // namespace

Instant next_lot_at(const State& state) {
  if (state.status == Status::kWaiting) return state.begins_at;
  return more_comes(state) ? next_opening(state) : kNever;
}

Json timer_of(const State& state, const OpenLot& lot, std::uint64_t seq, Instant now) {
  return {{"lotId", lot_id(state, lot.number)},
          {"seq", seq},
          {"endsAt", lot.ends_at.unix_ms},
          {"serverNow", now.unix_ms}};
}

Json lot_of(const Scene& scene, const State& state, const OpenLot& lot) {
  const LotRecord& record = state.lots[lot.number.value - 1];
  const bool has_bid = lot.leader != kNoManager;
  return {{"lotId", lot_id(state, lot.number)},
          {"lotNumber", lot.number.value},
          {"round", record.round},
          {"reoffer", record.round > 1},
          {"asset", asset_of(scene.league.settings.sport, (*state.setup->catalogue)[lot.asset])},
          {"basePrice", lot.base.units},
          {"currentBid", has_bid ? Json(lot.price.units) : Json()},
          {"leader", person_of(scene, state, lot.leader)},
          {"bidCount", lot.bid_count},
          {"nextBid", lot.next_bid.units},
          {"extensions", lot.extensions},
          {"openedAt", iso(record.opened_at)}};
}

Json bids_of(const Scene& scene, const State& state, const OpenLot& lot) {
  const std::vector<PlacedBid>& bids = state.bids[state.slot_of_lot[lot.number.value]];
  Json shown = Json::array();
  for (auto bid = bids.rbegin(); bid != bids.rend() && shown.size() < kBidsShown; ++bid) {
    Json line = person_of(scene, state, bid->manager);
    line["amount"] = bid->amount.units;
    line["seq"] = bid->seq;
    line["at"] = iso(bid->at);
    shown.push_back(std::move(line));
  }
  return shown;
}

Json progress_of(const State& state) {
  const Progress progress = view(state, kNoManager, state.last_at).progress;
  const std::size_t open = state.open.size();
  return {{"totalLots", progress.total},
          {"sold", progress.sold},
          {"unsold", progress.unsold},
          {"remaining", progress.remaining - open},
          {"round", progress.round}};
}

Json rules_of(const RuleSet& rules) {
  return {{"budget", rules.budget.units},
          {"clubSlots", rules.squad.max},
          {"timerSeconds", rules.clock.lot_ms.count / 1000},
          {"antiSnipeSeconds", rules.clock.soft_close.window_ms.count / 1000},
          {"minimumBid", rules.english.minimum.units},
          {"bidStep", rules.english.ladder.bands.front().step.units},
          {"reservePerSlot", rules.squad.reserve_per_slot.units},
          {"orderHidden", rules.order.hidden}};
}

std::string_view status_word(const State& state) {
  switch (state.status) {
    case Status::kNone:
    case Status::kSetUp:
    case Status::kWaiting:
      return "waiting";
    default:
      return word(state.status);
  }
}

std::string_view phase_word(const State& state) {
  switch (phase(state)) {
    case Phase::kSetUp:
    case Phase::kWaiting:
      return "waiting";
    case Phase::kRequests:
      return "gap";
    default:
      return word(phase(state));
  }
}

}  // namespace pilot
