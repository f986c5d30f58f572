#include "libauction/auction/ledger_internal.h"

namespace auction {
namespace {

void own(State& state, ManagerSlot manager, const Holding& holding) {
  AssetRecord& asset = state.assets[holding.asset.value];
  asset.fate = AssetFate::kOwned;
  std::vector<Holding>& squad = state.accounts[manager.value].squad;
  if (squad.capacity() == 0) squad.reserve(state.rules->squad.max);
  squad.push_back(holding);
  ++state.seats[manager.value].roster;
  count_quotas(state, manager, asset.quotas, 1);
}

}  // namespace

void buy(State& state, ManagerSlot manager, AssetSlot asset, LotNumber lot, Money price) {
  own(state, manager, {asset, lot, price});
  state.accounts[manager.value].spent += price;
  change_free(state, manager, Money{0} - price);
}

void give_back(State& state, ManagerSlot manager, const Holding& holding) {
  AUCTION_CHECK(std::erase(state.accounts[manager.value].squad, holding) == 1,
                "the manager holds the asset at that price");
  --state.seats[manager.value].roster;
  count_quotas(state, manager, state.assets[holding.asset.value].quotas, -1);
  state.accounts[manager.value].spent -= holding.price;
  change_free(state, manager, holding.price);
}

void retain(State& state, ManagerSlot manager, const Retained& retained) {
  own(state, manager, {retained.asset, LotNumber{0}, retained.price});
}

void change_free(State& state, ManagerSlot manager, Money delta) {
  Seat& seat = state.seats[manager.value];
  seat.free += delta;
  refresh_limit(state.rules->squad, seat);
}

void refresh_limits(State& state) {
  for (std::size_t m = 0; m < state.seats.size(); ++m) {
    const auto all = static_cast<QuotaMask>((1u << state.rules->squad.quotas.size()) - 1);
    count_quotas(state, ManagerSlot{static_cast<std::uint8_t>(m)}, all, 0);
    refresh_limit(state.rules->squad, state.seats[m]);
  }
}

}  // namespace auction
