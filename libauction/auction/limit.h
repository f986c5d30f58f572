// What a manager may still bid, on a lot that is open or about to be.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// A manager's standing towards one lot, with the manager's own lead on that lot given back.
struct Standing {
  Money free;
  Money limit;  // 0: no bid is possible
  bool squad_room = false;
  bool quota_room = false;
};

// The cached limit, for a lot this manager does not lead.
inline Money cached_limit(const Seat& seat, QuotaMask quotas) {
  return (seat.quotas_full & quotas) != 0 ? Money{0} : seat.limit;
}

inline Standing standing(const State& state, ManagerSlot manager, QuotaMask quotas) {
  const Seat& seat = state.seats[manager.value];
  return {seat.free, cached_limit(seat, quotas), seat.roster + seat.led < state.rules->squad.max,
          (seat.quotas_full & quotas) == 0};
}

Standing leaders_standing(const State& state, const OpenLot& lot);

inline Standing standing(const State& state, ManagerSlot manager, const OpenLot& lot) {
  return lot.leader == manager ? leaders_standing(state, lot)
                               : standing(state, manager, lot.quotas);
}

// The highest amount this manager could bid on an open lot (on a rung, at least the next bid), for
// the leader as if outbid; 0: none.
Money max_bid(const State& state, ManagerSlot manager, const OpenLot& lot);

Money opening_price(const State& state, AssetSlot asset);
bool can_buy(const State& state, ManagerSlot manager, AssetSlot asset);
bool anybody_can_buy(const State& state, AssetSlot asset);
bool anybody_can_buy_any(const State& state);  // some queued lot
bool every_squad_full(const State& state);

}  // namespace auction
