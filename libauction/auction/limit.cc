#include "libauction/auction/limit.h"

#include "libauction/bid/judge.h"

namespace auction {
namespace {

// The quotas that are reached once one lead on such an asset is given back.
QuotaMask full_without(const State& state, ManagerSlot manager, QuotaMask led) {
  const auto& quotas = state.rules->squad.quotas;
  unsigned full = 0;
  for (std::size_t q = 0; q < quotas.size(); ++q) {
    const int own = (led >> q) & 1;
    const int held = state.quota_counts[manager.value * quotas.size() + q] - own;
    if (held >= quotas[q].max) full |= 1u << q;
  }
  return static_cast<QuotaMask>(full);
}

// A limit of just the price will do.
bool affords(const Seat& seat, QuotaMask quotas, Money price) {
  return cached_limit(seat, quotas) >= price;
}

}  // namespace

Standing leaders_standing(const State& state, const OpenLot& lot) {
  const Seat& seat = state.seats[lot.leader.value];
  const SquadRules& squad = state.rules->squad;
  const auto held = static_cast<std::uint16_t>(seat.roster + seat.led - 1);
  Standing s;
  s.free = seat.free + lot.price;
  s.squad_room = held < squad.max;
  s.quota_room = (full_without(state, lot.leader, lot.quotas) & lot.quotas) == 0;
  s.limit = s.quota_room ? highest_affordable(squad, s.free, held) : Money{0};
  return s;
}

Money max_bid(const State& state, ManagerSlot manager, const OpenLot& lot) {
  const EnglishRules& english = state.rules->english;
  BidFacts facts;
  facts.fixed_next = english.bidding == Bidding::kFixedNext;
  facts.amount = facts.least = lot.next_bid;
  facts.limit = standing(state, manager, lot).limit;
  return most(facts, english.ladder);
}

Money opening_price(const State& state, AssetSlot asset) {
  return base_price(state.rules->english, (*state.setup->catalogue)[asset].base_price);
}

bool can_buy(const State& state, ManagerSlot manager, AssetSlot asset) {
  const QuotaMask quotas = state.assets[asset.value].quotas;
  return affords(state.seats[manager.value], quotas, opening_price(state, asset));
}

bool anybody_can_buy(const State& state, AssetSlot asset) {
  const QuotaMask quotas = state.assets[asset.value].quotas;
  const Money price = opening_price(state, asset);
  for (const Seat& seat : state.seats) {
    if (affords(seat, quotas, price)) return true;
  }
  return false;
}

bool anybody_can_buy_any(const State& state) {
  for (std::size_t i = state.queue.size(); i > 0; --i) {
    if (anybody_can_buy(state, state.queue[i - 1])) return true;
  }
  return false;
}

bool every_squad_full(const State& state) {
  for (const Seat& seat : state.seats) {
    if (seat.roster < state.rules->squad.max) return false;
  }
  return true;
}

}  // namespace auction
