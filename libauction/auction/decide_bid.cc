#include "libauction/auction/decide_internal.h"
#include "libauction/bid/judge.h"

namespace auction {
namespace {

// The least amount; with fixed next prices a bid that names no amount means it.
Money amount_meant(const EnglishRules& rules, const PlaceBid& bid, Money least) {
  const bool unnamed = bid.amount == Money{0} && rules.bidding == Bidding::kFixedNext;
  return unnamed ? least : bid.amount;
}

inline void gather_lot(const EnglishRules& rules, const PlaceBid& bid, const OpenLot& lot,
                       BidFacts& facts) {
  facts.lot_open = true;
  facts.ends_at = lot.ends_at;
  facts.last_bid_seq = lot.last_bid_seq;
  facts.least = lot.next_bid;
  facts.amount = amount_meant(rules, bid, lot.next_bid);
}

inline void gather_manager(const State& state, ManagerSlot manager, const OpenLot& lot,
                           BidFacts& facts) {
  const Standing s = standing(state, manager, lot);
  facts.leading = lot.leader == manager;
  facts.free = s.free;
  facts.limit = s.limit;
  facts.squad_room = s.squad_room;
  facts.quota_room = s.quota_room;
}

[[gnu::always_inline]] inline BidFacts gather(const State& state, const PlaceBid& bid,
                                              const OpenLot* lot, const Context& context) {
  const EnglishRules& rules = state.rules->english;
  BidFacts facts;
  facts.running = state.status == Status::kRunning;
  facts.paused = state.status == Status::kPaused;
  facts.enrolled = context.actor.seat.value < state.seats.size();
  facts.self_raise = rules.self_raise;
  facts.fixed_next = rules.bidding == Bidding::kFixedNext;
  facts.now = clock_now(state, context.now);  // a pause tells the time left as it stands
  facts.expected_seq = bid.expected_seq;
  facts.amount = bid.amount;
  if (lot != nullptr) gather_lot(rules, bid, *lot, facts);
  if (lot != nullptr && facts.enrolled) gather_manager(state, context.actor.seat, *lot, facts);
  return facts;
}

// The facts once more, in memory this time: those of a bid that stands never leave the registers.
[[gnu::noinline]] Rejection refused(const State& state, const PlaceBid& bid, const OpenLot* lot,
                                    const Context& context) {
  return refuse(gather(state, bid, lot, context), state.rules->english.ladder, state.seq);
}

}  // namespace

std::optional<Rejection> decide_bid(const State& state, const PlaceBid& bid, const Context& given,
                                    Events& out) {
  const Context context{given.actor, effective_now(state, given.now)};
  out.clear();
  AUCTION_CHECK(nothing_due(state, context.now), "settle before you decide");
  const RuleSet& rules = *state.rules;
  const OpenLot* lot = find_open(state, bid.lot);
  const BidFacts facts = gather(state, bid, lot, context);
  if (!acceptable(facts, rules.english.ladder)) return refused(state, bid, lot, context);

  out.emplace_back(BidPlaced{bid.lot, context.actor.seat, facts.amount});
  const Change change{true, lot->leader != context.actor.seat};
  const Instant end = end_after_bid(rules.clock.soft_close, change, lot->ends_at, context.now,
                                    lot->hard_stop, lot->extensions);
  if (end != lot->ends_at) out.emplace_back(ClockExtended{bid.lot, end});
  return std::nullopt;
}

}  // namespace auction
