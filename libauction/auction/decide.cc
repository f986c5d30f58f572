#include "libauction/auction/decide.h"

#include "libauction/auction/decide_internal.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

// Extend, CloseNow, PassLot, Retract: a commissioner's act on one open lot.
template <class LotCommand>
Answer on_lot(const State& state, const LotCommand& command, const Context& context, Events& out) {
  if (!context.actor.commissioner) return no(state, Reason::kNotAllowed);
  if (!in_play(state)) return no(state, Reason::kWrongState);
  const OpenLot* lot = find_open(state, command.lot);
  if (lot == nullptr) return no(state, Reason::kUnknownLot);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  return decide_lot(state, command, *lot, clock_now(state, context.now), out);
}

Answer assign(const State& state, const Assign& command, const Context& context, Events& out) {
  if (!context.actor.commissioner) return no(state, Reason::kNotAllowed);
  if (!may_adjust(state) || order_missing(state)) return no(state, Reason::kWrongState);
  if (command.manager.value >= state.seats.size()) return no(state, Reason::kUnknownManager);
  if (command.asset.value >= state.assets.size()) return no(state, Reason::kUnknownAsset);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  return decide_assign(state, command, clock_now(state, context.now), out);
}

Answer adjust(const State& state, const AdjustPurse& command, const Context& context, Events& out) {
  if (!context.actor.commissioner) return no(state, Reason::kNotAllowed);
  if (!may_adjust(state)) return no(state, Reason::kWrongState);
  if (command.manager.value >= state.seats.size()) return no(state, Reason::kUnknownManager);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  return decide_purse(state, command, out);
}

// Every other command of the commissioner.
template <class StageCommand>
Answer on_stage(const State& state, const StageCommand& command, const Context& context,
                Events& out) {
  if (!context.actor.commissioner) return no(state, Reason::kNotAllowed);
  return decide_stage(state, command, context, out);
}

// The clock and a restart find due transitions, everybody else finds them done.
bool comes_first(const Command& command) {
  return std::holds_alternative<Tick>(command) || std::holds_alternative<Recover>(command);
}

}  // namespace

std::optional<Rejection> decide(const State& state, const Command& command, const Context& given,
                                Events& out) {
  if (const auto* bid = std::get_if<PlaceBid>(&command)) return decide_bid(state, *bid, given, out);
  const Context context{given.actor, effective_now(state, given.now)};
  out.clear();
  AUCTION_CHECK(comes_first(command) || nothing_due(state, context.now),
                "settle before you decide");
  return match(
      command, [&](const PlaceBid& c) { return decide_bid(state, c, context, out); },
      [&](const Tick&) { return decide_tick(state, context, out); },
      [&](const Recover&) { return decide_recover(state, context, out); },
      [&](const Create& c) { return decide_create(state, c, context, out); },
      [&](const DrawOrder& c) { return decide_draw(state, c, context, out); },
      [&](const RequestLots& c) { return decide_request(state, c, context, out); },
      [&](const Assign& c) { return assign(state, c, context, out); },
      [&](const AdjustPurse& c) { return adjust(state, c, context, out); },
      [&](const Extend& c) { return on_lot(state, c, context, out); },
      [&](const CloseNow& c) { return on_lot(state, c, context, out); },
      [&](const PassLot& c) { return on_lot(state, c, context, out); },
      [&](const Retract& c) { return on_lot(state, c, context, out); },
      [&](const auto& c) { return on_stage(state, c, context, out); });
}

}  // namespace auction
