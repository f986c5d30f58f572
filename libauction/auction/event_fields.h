// The fields of each event, once: their order is the order of the canonical bytes, their names are
// the names of the JSON form. Adding a type means adding it here, in `Event` and in apply.
//
//   fields(event, [](const char* name, auto& field) { ... });
#pragma once

#include <type_traits>

#include "libauction/auction/event.h"

namespace auction {

template <class E, class T>
concept EventOf = std::is_same_v<std::remove_const_t<E>, T>;

template <EventOf<AuctionCreated> E, class F>
void fields(E& e, F&& f) {
  f("setup", e.setup);
}
template <EventOf<RetentionCharged> E, class F>
void fields(E& e, F&& f) {
  f("manager", e.manager), f("paid", e.paid), f("charged", e.charged);
}
template <EventOf<LotsOrdered> E, class F>
void fields(E& e, F&& f) {
  f("seed", e.seed), f("order", e.order);
}
template <EventOf<AuctionOpened> E, class F>
void fields(E& e, F&& f) {
  f("beginsAt", e.begins_at), f("note", e.note);
}
template <EventOf<AuctionBegan> E, class F>
void fields(E& e, F&& f) {
  f("openings", e.openings), f("note", e.note);
}
template <EventOf<LotOpened> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("asset", e.asset), f("basePrice", e.base_price);
  f("endsAt", e.ends_at), f("hardStop", e.hard_stop);
}
template <EventOf<BidPlaced> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("manager", e.manager), f("amount", e.amount);
}
template <EventOf<ClockExtended> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("endsAt", e.ends_at);
}
template <EventOf<LotSold> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("winner", e.winner), f("price", e.price), f("how", e.how),
      f("note", e.note);
}
template <EventOf<LotUnsold> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("how", e.how), f("willReoffer", e.will_reoffer), f("note", e.note);
}
template <EventOf<LotPassed> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("asset", e.asset), f("willReoffer", e.will_reoffer);
}
template <EventOf<LotAssigned> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("asset", e.asset), f("manager", e.manager), f("price", e.price),
      f("note", e.note);
}
template <EventOf<LotWithdrawn> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot);
}
template <EventOf<OpeningScheduled> E, class F>
void fields(E& e, F&& f) {
  f("opensAt", e.at);
}
template <EventOf<RoundStarted> E, class F>
void fields(E& e, F&& f) {
  f("round", e.round), f("openings", e.openings), f("order", e.order);
}
template <EventOf<RequestsOpened> E, class F>
void fields(E& e, F&& f) {
  f("endsAt", e.ends_at);
}
template <EventOf<LotsRequested> E, class F>
void fields(E& e, F&& f) {
  f("manager", e.manager), f("assets", e.assets);
}
template <EventOf<AuctionPaused> E, class F>
void fields(E& e, F&& f) {
  f("note", e.note);
}
template <EventOf<AuctionResumed> E, class F>
void fields(E& e, F&& f) {
  f("shiftMs", e.shift), f("note", e.note);
}
template <EventOf<Recovered> E, class F>
void fields(E& e, F&& f) {
  f("notBefore", e.not_before);
}
template <EventOf<LotExtended> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("endsAt", e.ends_at), f("note", e.note);
}
template <EventOf<BidRetracted> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("bidsLeft", e.bids_left), f("leader", e.leader), f("price", e.price);
  f("endsAt", e.ends_at), f("note", e.note);
}
template <EventOf<PurseAdjusted> E, class F>
void fields(E& e, F&& f) {
  f("manager", e.manager), f("delta", e.delta), f("note", e.note);
}
template <EventOf<AuctionCompleted> E, class F>
void fields(E& e, F&& f) {
  f("reason", e.reason);
}
template <EventOf<AuctionCancelled> E, class F>
void fields(E& e, F&& f) {
  f("note", e.note);
}
template <EventOf<SaleVoided> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("willReoffer", e.will_reoffer), f("note", e.note);
}
template <EventOf<AuctionReset> E, class F>
void fields(E& e, F&& f) {
  f("orderCommitment", e.order_commitment), f("note", e.note);
}
template <EventOf<EndCalled> E, class F>
void fields(E& e, F&& f) {
  f("note", e.note);
}
template <EventOf<LotSkipped> E, class F>
void fields(E& e, F&& f) {
  f("lotNumber", e.lot), f("asset", e.asset);
}
template <EventOf<CommissionerAppointed> E, class F>
void fields(E& e, F&& f) {
  f("who", e.who), f("note", e.note);
}
template <EventOf<CommissionerDismissed> E, class F>
void fields(E& e, F&& f) {
  f("who", e.who), f("note", e.note);
}

}  // namespace auction
