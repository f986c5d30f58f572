// The ledger: how money, places and quota counts move between a manager and a lot.
//
// Every movement ends by refreshing the manager's cached limit, so the bid path compares one
// integer. Used by apply alone.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// The manager leads the lot at `amount`: money is committed, a place and quotas are taken.
void take_lead(State& state, ManagerSlot manager, const OpenLot& lot, Money amount);

// The lot's leader, if there is one, gets the commitment back.
void give_up_lead(State& state, const OpenLot& lot);

// The manager pays and owns.
void buy(State& state, ManagerSlot manager, AssetSlot asset, LotNumber lot, Money price);

// The asset is in the squad without a payment of its own (retention is charged as one sum).
void retain(State& state, ManagerSlot manager, const Retained& retained);

void change_free(State& state, ManagerSlot manager, Money delta);

// Recomputes limits and full quotas of every manager from free money and counts.
void refresh_limits(State& state);

}  // namespace auction
