// The question a bidder is asked about a lot, and the amount that its answer comes to.
//
// The simulation's floor and a host with programs among its members ask in the same words.
//
//   Facts facts = seen_facts(state, lot, me, now);     // what the table and one's own seat show
//   facts.limit = max_bid(state, me, lot);           // the rest is the asker's to say:
//   facts.worth = worth[lot.asset.value];            // limit, my_bids, worth, luck
//   facts.luck = luck_of(seed, me, lot.asset);
//
// Pure functions: any thread.
#pragma once

#include "libauction/auction/state.h"
#include "libauction/sim/bidder.h"

namespace auction {

Facts seen_facts(const State& state, const OpenLot& lot, ManagerSlot me, Instant now);

// Random bits that depend on the seed, the manager and the asset alone, whatever happened before.
std::uint64_t luck_of(std::uint64_t seed, ManagerSlot manager, AssetSlot asset);

// The amount on a rung, not beyond the limit, at least the next bid.
Money legal_amount(const EnglishRules& rules, Money wanted, Money limit, Money next_bid);

}  // namespace auction
