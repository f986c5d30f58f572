#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

LotNumber next_number(const State& state) {
  return {static_cast<std::uint32_t>(state.lots.size() + 1)};
}

// An expired lot: sold to its leader, or unsold.
void close_expired(const State& state, const OpenLot& lot, Instant now, Events& out) {
  if (lot.leader != kNoManager) {
    conclude(state, LotSold{lot.number, lot.leader, lot.price, How::kHammer, {}}, lot, now, out);
  } else {
    conclude(state, LotUnsold{lot.number, How::kHammer, will_reoffer(state), {}}, lot, now, out);
  }
}

void open_next(const State& state, Instant now, Events& out) {
  const AssetSlot asset = state.queue.back();
  if (is_ending(state)) {
    out.emplace_back(LotSkipped{next_number(state), asset});
    return;
  }
  if (!anybody_can_buy(state, asset)) {
    out.emplace_back(LotPassed{next_number(state), asset, will_reoffer(state)});
    return;
  }
  const ClockRules& clock = state.rules->clock;
  out.emplace_back(LotOpened{next_number(state), asset, opening_price(state, asset),
                             now + clock.lot_ms, hard_stop_of(clock, now)});
}

EndReason end_reason(const State& state) {
  if (is_ending(state)) return state.end_reason;
  if (state.lots.empty() || state.lots.back().how != How::kNobodyCanBid)
    return EndReason::kAllLotsDone;
  return every_squad_full(state) ? EndReason::kAllSquadsFull : EndReason::kNobodyCanBid;
}

RoundStarted next_round(const State& state, std::vector<AssetSlot> order) {
  const std::size_t openings =
      order.size() < state.rules->open_lots ? order.size() : state.rules->open_lots;
  return {static_cast<std::uint16_t>(state.round + 1), static_cast<std::uint16_t>(openings),
          AssetList(std::move(order))};
}

// The queue is empty and no lot is open: another round, the request stage, or the end.
void wrap_up(const State& state, Instant now, Events& out) {
  if (!another_round(state)) {
    out.emplace_back(AuctionCompleted{end_reason(state)});
  } else if (state.rules->unsold.kind == UnsoldKind::kByRequest) {
    out.emplace_back(RequestsOpened{now + state.rules->unsold.request_ms});
  } else {
    out.emplace_back(next_round(state, buyable_again(state)));
  }
}

bool requested_by_anybody(const State& state, AssetSlot asset) {
  for (const Account& account : state.accounts) {
    for (const AssetSlot named : account.requested) {
      if (named == asset) return true;
    }
  }
  return false;
}

void close_requests(const State& state, Events& out) {
  std::vector<AssetSlot> order(state.queue.rbegin(), state.queue.rend());  // sales voided since
  for (const AssetSlot asset : unsold_assets(state)) {
    if (requested_by_anybody(state, asset)) order.push_back(asset);
  }
  if (order.empty()) {
    out.emplace_back(AuctionCompleted{end_reason(state)});
  } else {
    out.emplace_back(next_round(state, std::move(order)));
  }
}

}  // namespace

std::optional<Rejection> decide_tick(const State& state, const Context& given, Events& out) {
  out.clear();
  if (!given.actor.host) return no(state, Reason::kNotAllowed);
  const Instant now = effective_now(state, given.now);
  const Instant due = next_deadline(state);
  if (!is_due(due, now)) return std::nullopt;
  const OpenLot* lot = first_to_end(state);
  if (state.status == Status::kWaiting) {
    out.emplace_back(begin_now(state));
  } else if (lot != nullptr && lot->ends_at == due) {
    close_expired(state, *lot, now, out);
  } else if (state.requests_end_at == due) {
    close_requests(state, out);
  } else if (state.queue.empty()) {
    wrap_up(state, now, out);
  } else {
    open_next(state, now, out);
  }
  return std::nullopt;
}

}  // namespace auction
