#include "libauction/auction/decide_internal.h"

namespace auction {
namespace {

void charge_retentions(const Setup& setup, Events& out) {
  for (std::size_t m = 0; m < setup.participants.size(); ++m) {
    const std::vector<Retained>& retained = setup.participants[m].retained;
    if (retained.empty()) continue;
    const RetentionCharge charge =
        retention_charge(setup.rules->retention, *setup.catalogue, retained);
    out.emplace_back(
        RetentionCharged{ManagerSlot{static_cast<std::uint8_t>(m)}, charge.paid, charge.charged});
  }
}

}  // namespace

LotsOrdered order_lots(const Setup& setup, const Seed& seed) {
  const auto order =
      lot_order(setup.rules->order.kind, *setup.catalogue, offered_assets(setup), seed);
  return {Shared<Seed>(seed), AssetList(order)};
}

Answer decide_create(const State& state, const Create& command, const Context& context,
                     Events& out) {
  if (!context.actor.host) return no(state, Reason::kNotAllowed);
  if (state.status != Status::kNone) return no(state, Reason::kWrongState);
  if (has_errors(check_setup(*command.setup))) return no(state, Reason::kOutOfRange);
  const Setup& setup = *command.setup;
  out.emplace_back(AuctionCreated{command.setup});
  charge_retentions(setup, out);
  if (!needs_draw(setup.rules->order.kind)) out.emplace_back(order_lots(setup, Seed{}));
  return std::nullopt;
}

Answer decide_draw(const State& state, const DrawOrder& command, const Context& context,
                   Events& out) {
  if (!context.actor.host) return no(state, Reason::kNotAllowed);
  const bool early = state.status == Status::kSetUp || state.status == Status::kWaiting;
  if (!early || !order_missing(state)) return no(state, Reason::kWrongState);
  if (commitment(command.seed) != state.setup->order_commitment)
    return no(state, Reason::kOutOfRange);
  out.emplace_back(order_lots(*state.setup, command.seed));
  return std::nullopt;
}

}  // namespace auction
