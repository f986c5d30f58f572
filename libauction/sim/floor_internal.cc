#include "libauction/sim/floor_internal.h"

#include <algorithm>

#include "libauction/sim/question.h"

namespace auction {
namespace {

using Stage = Interest::Stage;

Money limit_of(const State& state, ManagerSlot manager, const OpenLot& lot) {
  return cached_limit(state.seats[manager.value], lot.quotas);
}

// Puts the manager where its interest says: among the plans, among the idle, or nowhere.
void keep(LotFloor& floor, ManagerSlot manager) {
  const Interest& interest = floor.interests[manager.value];
  if (interest.stage == Stage::kOut || interest.stage == Stage::kAsked) return;
  if (interest.stage == Stage::kIdle) return floor.idle.push_back(manager);
  auto place = floor.due.end();
  while (place != floor.due.begin() && (place - 1)->at <= interest.due) --place;
  floor.due.insert(place, {interest.due, manager});
}

// The other way round.
void take(LotFloor& floor, ManagerSlot manager) {
  std::erase(floor.idle, manager);
  std::erase_if(floor.due, [&](const Due& due) { return due.manager == manager; });
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

Instant Floor::due() {
  Instant due = kNever;
  for (std::size_t i = 0; i < open_; ++i) {
    if (floors_[i].due.empty() || floors_[i].due.back().at >= due) continue;
    due = floors_[i].due.back().at;
    earliest_ = i;
  }
  return due;
}

void Floor::opened(const State& state, LotNumber number, Instant now) {
  if (open_ == floors_.size()) floors_.emplace_back();
  LotFloor& floor = floors_[open_++];
  floor.lot = number;
  floor.interests.assign(bidders_.size(), Interest{});
  floor.due.clear();
  floor.idle.clear();
  const OpenLot& lot = *find_open(state, number);
  for (std::size_t seat = 0; seat < bidders_.size(); ++seat) {
    const ManagerSlot manager{static_cast<std::uint8_t>(seat)};
    ask(state, lot, manager, floor.interests[seat], now);
    keep(floor, manager);
  }
}

std::uint64_t Floor::closed(LotNumber lot) {
  LotFloor& floor = find(lot);
  std::uint64_t late = 0;
  for (const Interest& interest : floor.interests) late += interest.stage == Stage::kUnderWay;
  std::swap(floor, floors_[open_ - 1]);
  --open_;
  return late;
}

std::optional<Arrival> Floor::settle(const State& state) {
  LotFloor& floor = floors_[earliest_];
  const ManagerSlot manager = floor.due.back().manager;
  floor.due.pop_back();
  Interest& interest = floor.interests[manager.value];
  const Became became = become(state, *find_open(state, floor.lot), manager, interest);
  if (became == Became::kBid) interest.stage = Stage::kIdle;
  keep(floor, manager);
  if (became == Became::kLater) return std::nullopt;
  return Arrival{floor.lot, manager, interest.amount};
}

// What becomes of a plan that is due. A plan that has been overtaken is made anew.
Floor::Became Floor::become(const State& state, const OpenLot& lot, ManagerSlot manager,
                            Interest& interest) {
  if (interest.stage == Stage::kUnderWay) return Became::kBid;
  const Instant now = interest.due;
  if (interest.from_end && lot.ends_at > interest.end_seen) {
    interest.due = now + (lot.ends_at - interest.end_seen);
    interest.end_seen = lot.ends_at;
    return Became::kLater;
  }
  const Money limit = limit_of(state, manager, lot);
  if (lot.next_bid > interest.up_to || lot.next_bid > limit) {
    ask(state, lot, manager, interest, now + Millis{1});
    return Became::kLater;
  }
  interest.amount = legal_amount(state.rules->english, interest.amount, limit, lot.next_bid);
  if (latency_.count == 0) return Became::kBid;
  interest.stage = Stage::kUnderWay;
  interest.due = now + latency_ + latency_;
  return Became::kLater;
}

void Floor::accepted(const State& state, const Arrival& bid, ManagerSlot outbid, Instant now) {
  LotFloor& floor = find(bid.lot);
  const OpenLot& lot = *find_open(state, bid.lot);
  ++floor.interests[bid.manager.value].bids;
  asked_.clear();
  std::swap(asked_, floor.idle);
  for (const ManagerSlot manager : asked_) {
    ask(state, lot, manager, floor.interests[manager.value], now);
    keep(floor, manager);
  }
  if (open_ == 1) return;
  reconsider(state, bid.manager, bid.lot, now);
  if (outbid != kNoManager) reconsider(state, outbid, bid.lot, now);
}

void Floor::refused(const State& state, const Arrival& bid, Instant now) {
  ask_again(state, find(bid.lot), bid.manager, now + Millis{1});
}

void Floor::reconsider(const State& state, ManagerSlot manager, LotNumber but, Instant now) {
  for (std::size_t i = 0; i < open_; ++i) {
    if (floors_[i].lot != but) ask_again(state, floors_[i], manager, now);
  }
}

// A bid under way is not called back: its answer will ask.
void Floor::ask_again(const State& state, LotFloor& floor, ManagerSlot manager, Instant now) {
  Interest& interest = floor.interests[manager.value];
  if (interest.stage == Stage::kOut || interest.stage == Stage::kUnderWay) return;
  if (interest.stage == Stage::kAsked) return;
  take(floor, manager);
  ask(state, *find_open(state, floor.lot), manager, interest, now);
  keep(floor, manager);
}

// The leader has nothing to do, and who cannot bid waits. A bidder that is out stays out.
void Floor::ask(const State& state, const OpenLot& lot, ManagerSlot manager, Interest& interest,
                Instant now) {
  interest.stage = Stage::kIdle;
  if (lot.leader == manager) return;
  const Money limit = limit_of(state, manager, lot);
  if (limit < lot.next_bid) return;
  const Facts facts = facts_of(state, lot, manager, interest.bids, limit, now + latency_);
  take_plan(lot, facts, bidders_[manager.value]->plan(facts, chance_), interest);
}

void Floor::take_plan(const OpenLot& lot, const Facts& facts, const Plan& plan,
                      Interest& interest) {
  if (plan.action == Plan::Action::kWait) return;
  if (plan.action == Plan::Action::kOut) {
    interest.stage = Stage::kOut;
    return;
  }
  if (plan.action == Plan::Action::kAsk) {
    interest.stage = Stage::kAsked;
    questions_.push_back(facts);
    return;
  }
  interest.stage = Stage::kPlanned;
  interest.due = later(plan.at, facts.now) + Millis{-latency_.count};
  interest.end_seen = lot.ends_at;
  interest.amount = plan.terms.amount;
  interest.up_to = std::max(plan.terms.up_to, lot.next_bid);
  interest.from_end = plan.terms.from_end;
}

void Floor::answer(const State& state, std::span<const Plan> plans) {
  AUCTION_CHECK(plans.size() == questions_.size(), "a plan for each question");
  for (std::size_t i = 0; i < plans.size(); ++i) {
    AUCTION_CHECK(plans[i].action != Plan::Action::kAsk, "an answer from outside is a plan");
    const Facts& facts = questions_[i];
    LotFloor& floor = find(facts.lot);
    Interest& interest = floor.interests[facts.me.value];
    interest.stage = Stage::kIdle;
    take_plan(*find_open(state, facts.lot), facts, plans[i], interest);
    keep(floor, facts.me);
  }
  questions_.clear();
}

Facts Floor::facts_of(const State& state, const OpenLot& lot, ManagerSlot manager,
                      std::uint16_t bids, Money limit, Instant at) const {
  Facts facts = seen_facts(state, lot, manager, at);
  facts.limit = limit;
  facts.my_bids = bids;
  facts.worth = worth_[lot.asset.value];
  facts.luck = luck_of(seed_, manager, lot.asset);
  return facts;
}

}  // namespace auction
