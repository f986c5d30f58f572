#include "libauction/sim/floor_internal.h"

#include <algorithm>

namespace auction {
namespace {

// Random bits that depend on the seed, the manager and the asset alone, whatever happened before.
std::uint64_t luck_of(std::uint64_t seed, ManagerSlot manager, AssetSlot asset) {
  const std::uint64_t place = std::uint64_t{asset.value} * 256 + manager.value + 1;
  return SplitMix64(seed ^ (place * 0xd1342543de82ef95u)).next();
}

// The amount on a rung, not beyond the limit, at least the next bid.
Money legal_amount(const State& state, const OpenLot& lot, Money wanted, Money limit) {
  const EnglishRules& rules = state.rules->english;
  if (wanted <= lot.next_bid || rules.bidding == Bidding::kFixedNext) return lot.next_bid;
  const Money lowered = rung_at_or_below(rules.ladder, std::min(wanted, limit));
  return std::max(lowered, lot.next_bid);
}

}  // namespace

Floor::Floor(const Bidders& bidders, const std::vector<Money>& worth, std::uint64_t seed,
             Millis latency)
    : bidders_(bidders), worth_(worth), seed_(seed), latency_(latency), chance_(~seed) {}

LotFloor& Floor::find(LotNumber lot) {
  std::size_t i = 0;
  while (i < open_ && floors_[i].lot != lot) ++i;
  AUCTION_CHECK(i < open_, "the floor knows every open lot");
  return floors_[i];
}

void Floor::refresh(LotFloor& floor) {
  floor.next = kNever;
  for (const Interest& i : floor.interested) floor.next = earlier(floor.next, i.arrives);
}

Interest& Floor::earliest(LotFloor& floor) {
  auto place = floor.interested.begin();
  while (place->arrives != floor.next) ++place;
  return *place;
}

LotFloor* Floor::next() {
  LotFloor* first = nullptr;
  for (std::size_t i = 0; i < open_; ++i) {
    if (floors_[i].next < (first == nullptr ? kNever : first->next)) first = &floors_[i];
  }
  return first;
}

void Floor::opened(const State& state, LotNumber number, Instant now) {
  if (open_ == floors_.size()) floors_.emplace_back();
  LotFloor& floor = floors_[open_++];
  floor.lot = number;
  floor.interested.clear();
  const OpenLot& lot = *find_open(state, number);
  for (std::size_t seat = 0; seat < bidders_.size(); ++seat) {
    Interest interest;
    interest.manager = ManagerSlot{static_cast<std::uint8_t>(seat)};
    if (ask(state, lot, interest, now)) floor.interested.push_back(interest);
  }
  refresh(floor);
}

std::uint64_t Floor::closed(LotNumber lot, Instant now) {
  LotFloor& floor = find(lot);
  std::uint64_t late = 0;
  for (const Interest& i : floor.interested) late += i.arrives != kNever && i.sent < now;
  std::swap(floor, floors_[open_ - 1]);
  --open_;
  return late;
}

void Floor::changed(const State& state, LotNumber number, ManagerSlot bidder, ManagerSlot outbid,
                    Instant now) {
  LotFloor& floor = find(number);
  const OpenLot& lot = *find_open(state, number);
  std::size_t kept = 0;
  for (Interest& interest : floor.interested) {
    if (interest.manager == bidder) ++interest.bids;
    if (ask(state, lot, interest, now)) floor.interested[kept++] = interest;
  }
  floor.interested.resize(kept);
  refresh(floor);
  if (open_ == 1) return;
  reconsider(state, bidder, number, now);
  if (outbid != kNoManager) reconsider(state, outbid, number, now);
}

void Floor::reconsider(const State& state, ManagerSlot manager, LotNumber but, Instant now) {
  for (std::size_t i = 0; i < open_; ++i) {
    if (floors_[i].lot != but) refused(state, floors_[i].lot, manager, now);
  }
}

void Floor::refused(const State& state, LotNumber number, ManagerSlot bidder, Instant now) {
  LotFloor& floor = find(number);
  for (std::size_t i = 0; i < floor.interested.size(); ++i) {
    if (floor.interested[i].manager != bidder) continue;
    if (!ask(state, *find_open(state, number), floor.interested[i], now)) {
      floor.interested.erase(floor.interested.begin() + static_cast<std::ptrdiff_t>(i));
    }
    break;
  }
  refresh(floor);
}

// False: out of this lot for good. A bid already under way is not called back: its answer will ask.
bool Floor::ask(const State& state, const OpenLot& lot, Interest& interest, Instant now) {
  const Instant seen = now + latency_;
  if (interest.arrives != kNever && interest.arrives >= now && interest.sent < seen) return true;
  interest.arrives = kNever;
  if (lot.leader == interest.manager) return true;
  const Money limit = cached_limit(state.seats[interest.manager.value], lot.quotas);
  if (limit < lot.next_bid) return true;
  const Plan plan = plan_of(state, lot, interest, limit, seen);
  if (plan.action == Plan::Action::kOut) return false;
  if (plan.action == Plan::Action::kWait) return true;
  interest.sent = later(plan.at, seen);
  interest.arrives = later(interest.sent + latency_, now + Millis{1});
  interest.amount = legal_amount(state, lot, plan.amount, limit);
  return true;
}

Plan Floor::plan_of(const State& state, const OpenLot& lot, const Interest& interest, Money limit,
                    Instant seen) {
  const Seat& seat = state.seats[interest.manager.value];
  Facts facts;
  facts.lot = lot.number;
  facts.asset = lot.asset;
  facts.leader = lot.leader;
  facts.price = lot.price;
  facts.next_bid = lot.next_bid;
  facts.now = seen;
  facts.ends_at = lot.ends_at;
  facts.me = interest.manager;
  facts.limit = limit;
  facts.free = seat.free;
  facts.places_left = static_cast<std::uint16_t>(state.rules->squad.max - seat.roster - seat.led);
  facts.my_bids = interest.bids;
  facts.lots_left = static_cast<std::uint32_t>(state.queue.size() + state.open.size());
  facts.worth = worth_[lot.asset.value];
  facts.luck = luck_of(seed_, interest.manager, lot.asset);
  return bidders_[interest.manager.value]->plan(facts, chance_);
}

}  // namespace auction
