#include "libauction/sim/question.h"

#include <algorithm>

namespace auction {

Facts seen_facts(const State& state, const OpenLot& lot, ManagerSlot me, Instant now) {
  const Seat& seat = state.seats[me.value];
  Facts facts;
  facts.seq = state.seq;
  facts.lot = lot.number;
  facts.asset = lot.asset;
  facts.leader = lot.leader;
  facts.price = lot.price;
  facts.next_bid = lot.next_bid;
  facts.now = now;
  facts.ends_at = lot.ends_at;
  facts.me = me;
  facts.free = seat.free;
  facts.places_left = static_cast<std::uint16_t>(state.rules->squad.max - seat.roster - seat.led);
  facts.lots_left = static_cast<std::uint32_t>(state.queue.size() + state.open.size());
  return facts;
}

std::uint64_t luck_of(std::uint64_t seed, ManagerSlot manager, AssetSlot asset) {
  const std::uint64_t place = std::uint64_t{asset.value} * 256 + manager.value + 1;
  return SplitMix64(seed ^ (place * 0xd1342543de82ef95u)).next();
}

Money legal_amount(const EnglishRules& rules, Money wanted, Money limit, Money next_bid) {
  if (wanted <= next_bid || rules.bidding == Bidding::kFixedNext) return next_bid;
  const Money lowered = rung_at_or_below(rules.ladder, std::min(wanted, limit));
  return std::max(lowered, next_bid);
}

}  // namespace auction
