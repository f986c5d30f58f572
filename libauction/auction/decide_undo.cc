// Undoing: a sale, or everything.
#include "libauction/auction/apply.h"
#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

// Where a place is free and the asset is not going to be reached by another lot's end, one more
// lot is due to come up.
void open_for_one_more(const State& after, Instant now, Events& out) {
  const std::size_t due = after.openings.size();
  const bool place_free = after.open.size() + due < after.rules->open_lots;
  const bool counts = in_play(after) && after.requests_end_at == kNever;
  if (!counts || !place_free || after.queue.size() <= due) return;
  const Millis gap = anybody_can_buy_any(after) ? after.rules->clock.gap_ms : Millis{0};
  out.emplace_back(OpeningScheduled{now + gap});
}

Answer check_sale(const State& state, const VoidSale& command) {
  if (command.lot.value < 1 || command.lot.value > state.lots.size())
    return no(state, Reason::kUnknownLot);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  const LotRecord& lot = state.lots[command.lot.value - 1];
  if (lot.outcome != Outcome::kSold) return no(state, Reason::kNotOwned);
  const Money room = kMaxMoney - purse(state.accounts[lot.winner.value]);
  if (lot.price > room) return no(state, Reason::kOutOfRange);
  return std::nullopt;
}

// A new promise where the order is drawn, so that nobody knows what comes up; else none.
bool promise_fits(const State& state, const Digest& commitment) {
  if (!needs_draw(state.rules->order.kind)) return commitment == Digest{};
  return commitment != Digest{} && commitment != state.setup->order_commitment;
}

}  // namespace

Answer decide_stage(const State& state, const VoidSale& command, const Context& context,
                    Events& out) {
  const bool comes_again = may_adjust(state) && !is_ending(state);
  const bool right =
      command.reoffer ? comes_again : may_adjust(state) || state.status == Status::kCompleted;
  if (!right) return no(state, Reason::kWrongState);
  if (auto refused = check_sale(state, command)) return refused;
  out.emplace_back(SaleVoided{command.lot, command.reoffer, command.note});
  if (!command.reoffer) return std::nullopt;
  State after = state;
  apply(after, out.front(), context.now);
  open_for_one_more(after, clock_now(state, context.now), out);
  return std::nullopt;
}

Answer decide_stage(const State& state, const Reset& command, const Context&, Events& out) {
  const bool right = may_adjust(state) || state.status == Status::kCompleted;
  if (!right) return no(state, Reason::kWrongState);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  if (!promise_fits(state, command.order_commitment)) return no(state, Reason::kOutOfRange);
  for (const OpenLot& lot : state.open) out.emplace_back(LotWithdrawn{lot.number});
  out.emplace_back(AuctionReset{command.order_commitment, command.note});
  if (!needs_draw(state.rules->order.kind)) out.emplace_back(order_lots(*state.setup, Seed{}));
  return std::nullopt;
}

}  // namespace auction
