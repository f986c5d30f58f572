#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

Instant begin_time(const State& state, const Open& command, Instant now) {
  const OpeningRules& rules = state.rules->opening;
  if (command.at != kNever) return command.at;
  return rules.waiting_room ? kNever : now + rules.start_delay_ms;
}

template <class Command>
Answer checked(const State& state, bool right_state, const Command& command) {
  if (!right_state) return no(state, Reason::kWrongState);
  if (!note_fits(command.note)) return no(state, Reason::kOutOfRange, kMaxNote);
  return std::nullopt;
}

Answer check_request(const State& state, const std::vector<AssetSlot>& named) {
  for (const AssetSlot asset : named) {
    const bool known = asset.value < state.assets.size();
    if (!known || state.assets[asset.value].fate != AssetFate::kUnsold)
      return no(state, Reason::kUnknownAsset);
  }
  const std::uint16_t most = state.rules->unsold.names_per_manager;
  if (named.size() > most) return no(state, Reason::kOutOfRange, most);
  for (std::size_t i = 0; i < named.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (named[i] == named[j]) return no(state, Reason::kOutOfRange);
    }
  }
  return std::nullopt;
}

}  // namespace

AuctionBegan begin_now(const State& state) {
  const std::size_t queued = state.queue.empty() ? 1 : state.queue.size();
  const std::size_t openings = queued < state.rules->open_lots ? queued : state.rules->open_lots;
  return {static_cast<std::uint16_t>(openings), {}};
}

Answer decide_stage(const State& state, const Open& command, const Context& context, Events& out) {
  const bool right = state.status == Status::kSetUp && !order_missing(state);
  if (auto refused = checked(state, right, command)) return refused;
  if (command.at < context.now) return no(state, Reason::kOutOfRange, context.now.unix_ms);
  out.emplace_back(AuctionOpened{begin_time(state, command, context.now), command.note});
  return std::nullopt;
}

Answer decide_stage(const State& state, const Begin& command, const Context&, Events& out) {
  const bool right = state.status == Status::kWaiting && !order_missing(state);
  if (auto refused = checked(state, right, command)) return refused;
  AuctionBegan began = begin_now(state);
  began.note = command.note;
  out.emplace_back(std::move(began));
  return std::nullopt;
}

Answer decide_stage(const State& state, const Pause& command, const Context&, Events& out) {
  if (auto refused = checked(state, state.status == Status::kRunning, command)) return refused;
  out.emplace_back(AuctionPaused{command.note});
  return std::nullopt;
}

Answer decide_stage(const State& state, const Resume& command, const Context& context,
                    Events& out) {
  if (auto refused = checked(state, state.status == Status::kPaused, command)) return refused;
  out.emplace_back(AuctionResumed{context.now - state.paused_at, command.note});
  return std::nullopt;
}

Answer decide_stage(const State& state, const Cancel& command, const Context&, Events& out) {
  const bool right = state.status != Status::kNone && !is_over(state.status);
  if (auto refused = checked(state, right, command)) return refused;
  for (const OpenLot& lot : state.open) out.emplace_back(LotWithdrawn{lot.number});
  out.emplace_back(AuctionCancelled{command.note});
  return std::nullopt;
}

Answer decide_stage(const State& state, const End& command, const Context& context, Events& out) {
  const bool right = in_play(state) && !is_ending(state);
  if (auto refused = checked(state, right, command)) return refused;
  out.emplace_back(EndCalled{command.note});
  if (state.open.empty()) out.emplace_back(OpeningScheduled{clock_now(state, context.now)});
  return std::nullopt;
}

Answer decide_request(const State& state, const RequestLots& command, const Context& context,
                      Events& out) {
  if (context.actor.seat.value >= state.seats.size()) return no(state, Reason::kNotAllowed);
  const bool stage = state.status == Status::kRunning && state.requests_end_at != kNever;
  if (!stage) return no(state, Reason::kWrongState);
  if (auto refused = check_request(state, *command.assets)) return refused;
  out.emplace_back(LotsRequested{context.actor.seat, command.assets});
  return std::nullopt;
}

Answer decide_recover(const State& state, const Context& context, Events& out) {
  if (!context.actor.host) return no(state, Reason::kNotAllowed);
  if (next_deadline(state) == kNever) return std::nullopt;
  out.emplace_back(Recovered{context.now + recovery_grace(state.rules->clock)});
  return std::nullopt;
}

}  // namespace auction
