// The ledger: how money, places and quota counts move between a manager and a lot.
//
// Every movement ends by refreshing the manager's cached limit, so the bid path compares one
// integer. Used by apply alone.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// One asset more or less counts against the quotas in `mask`.
inline void count_quotas(State& state, ManagerSlot manager, QuotaMask mask, int by) {
  if (mask == 0) return;
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

inline void refresh_limit(const SquadRules& squad, Seat& seat) {
  seat.limit =
      highest_affordable(squad, seat.free, static_cast<std::uint16_t>(seat.roster + seat.led));
}

// The manager leads the lot at `amount`: money is committed, a place and quotas are taken.
inline void take_lead(State& state, ManagerSlot manager, const OpenLot& lot, Money amount) {
  Seat& seat = state.seats[manager.value];
  seat.free -= amount;
  ++seat.led;
  count_quotas(state, manager, lot.quotas, 1);
  refresh_limit(state.rules->squad, seat);
}

// The lot's leader, if there is one, gets the commitment back.
inline void give_up_lead(State& state, const OpenLot& lot) {
  if (lot.leader == kNoManager) return;
  Seat& seat = state.seats[lot.leader.value];
  seat.free += lot.price;
  --seat.led;
  count_quotas(state, lot.leader, lot.quotas, -1);
  refresh_limit(state.rules->squad, seat);
}

// The manager pays and owns.
void buy(State& state, ManagerSlot manager, AssetSlot asset, LotNumber lot, Money price);

// The other way round. The asset's fate is the caller's to say.
void give_back(State& state, ManagerSlot manager, const Holding& holding);

// The asset is in the squad without a payment of its own (retention is charged as one sum).
void retain(State& state, ManagerSlot manager, const Retained& retained);

void change_free(State& state, ManagerSlot manager, Money delta);

// Recomputes limits and full quotas of every manager from free money and counts.
void refresh_limits(State& state);

}  // namespace auction
