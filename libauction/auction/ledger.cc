#include "libauction/auction/ledger.h"

namespace auction {
namespace {

void refresh(const SquadRules& squad, Seat& seat) {
  seat.limit =
      highest_affordable(squad, seat.free, static_cast<std::uint16_t>(seat.roster + seat.led));
}

// Counts one asset more or less against the quotas in `mask`.
void count(State& state, ManagerSlot manager, QuotaMask mask, int by) {
  const auto& quotas = state.rules->squad.quotas;
  std::uint8_t* counts = state.quota_counts.data() + manager.value * quotas.size();
  Seat& seat = state.seats[manager.value];
  for (unsigned rest = mask; rest != 0; rest &= rest - 1) {
    const auto q = static_cast<unsigned>(__builtin_ctz(rest));
    counts[q] = static_cast<std::uint8_t>(counts[q] + by);
    const unsigned full = counts[q] >= quotas[q].max ? 1u << q : 0u;
    seat.quotas_full = static_cast<QuotaMask>((seat.quotas_full & ~(1u << q)) | full);
  }
}

void own(State& state, ManagerSlot manager, const Holding& holding) {
  AssetRecord& asset = state.assets[holding.asset.value];
  asset.fate = AssetFate::kOwned;
  state.accounts[manager.value].squad.push_back(holding);
  ++state.seats[manager.value].roster;
  count(state, manager, asset.quotas, 1);
}

}  // namespace

void take_lead(State& state, ManagerSlot manager, const OpenLot& lot, Money amount) {
  Seat& seat = state.seats[manager.value];
  seat.free -= amount;
  ++seat.led;
  count(state, manager, lot.quotas, 1);
  refresh(state.rules->squad, seat);
}

void give_up_lead(State& state, const OpenLot& lot) {
  if (lot.leader == kNoManager) return;
  Seat& seat = state.seats[lot.leader.value];
  seat.free += lot.price;
  --seat.led;
  count(state, lot.leader, lot.quotas, -1);
  refresh(state.rules->squad, seat);
}

void buy(State& state, ManagerSlot manager, AssetSlot asset, LotNumber lot, Money price) {
  own(state, manager, {asset, lot, price});
  state.accounts[manager.value].spent += price;
  change_free(state, manager, Money{0} - price);
}

void retain(State& state, ManagerSlot manager, const Retained& retained) {
  own(state, manager, {retained.asset, LotNumber{0}, retained.price});
}

void change_free(State& state, ManagerSlot manager, Money delta) {
  Seat& seat = state.seats[manager.value];
  seat.free += delta;
  refresh(state.rules->squad, seat);
}

void refresh_limits(State& state) {
  for (std::size_t m = 0; m < state.seats.size(); ++m) {
    const auto all = static_cast<QuotaMask>((1u << state.rules->squad.quotas.size()) - 1);
    count(state, ManagerSlot{static_cast<std::uint8_t>(m)}, all, 0);
    refresh(state.rules->squad, state.seats[m]);
  }
}

}  // namespace auction
