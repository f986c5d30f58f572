#include "examples/pilot/auctions/bots.h"

#include <algorithm>

#include "libauction/auction/limit.h"
#include "libauction/sim/characters.h"
#include "libauction/sim/market.h"
#include "libauction/sim/question.h"

namespace pilot {
namespace {

std::shared_ptr<const Bidder> character(std::size_t turn) {
  switch (turn % 4) {
    case 0:
      return std::make_shared<Pacing>();
    case 1:
      return std::make_shared<Valuing>();
    case 2:
      return std::make_shared<Eager>();
    default:
      return std::make_shared<Timid>();
  }
}

CommandId command_id(SaltSource& ids) {
  CommandId id;
  for (const std::uint8_t byte : ids.salt(0).bytes) {
    id.hi = id.hi << 8 | id.lo >> 56;
    id.lo = id.lo << 8 | byte;
  }
  return id;
}

bool changes_clock(const Event& event) {
  return std::holds_alternative<AuctionResumed>(event) || std::holds_alternative<Recovered>(event);
}

}  // namespace

Bots::Table::Table(const League& league, const Setup& setup)
    : seed(setup.auction.hi ^ setup.auction.lo), chance(~seed) {
  for (std::size_t i = 0; i < setup.participants.size(); ++i) {
    const ManagerId id = setup.participants[i].id;
    const LeagueMember* member = find_member(league, {id.hi, id.lo});
    if (member == nullptr || !member->bot) continue;
    bots[{static_cast<std::uint8_t>(i)}] = character(bots.size());
  }
  if (!bots.empty()) draw_worth({}, setup, seed, worth);
}

void Bots::follow(const League& league, const State& after, std::span<const Event> events,
                  Instant now) {
  const StreamId stream = stream_of(after.setup->auction);
  auto found = tables_.find(stream);
  if (found == tables_.end()) found = tables_.try_emplace(stream, league, *after.setup).first;
  Table& table = found->second;
  if (is_over(after.status)) {
    tables_.erase(found);
    return;
  }
  const LotNumber lot = after.open.empty() ? LotNumber{0} : after.open.front().number;
  const bool fresh = lot != table.lot;
  if (fresh) table.intents.clear();
  table.lot = lot;
  if (lot.value == 0 || after.status != Status::kRunning || table.bots.empty()) return;
  ask_idle(table, after, fresh || std::ranges::any_of(events, changes_clock), now);
}

// `anew`: also those who have plans. Whoever is out stays out.
void Bots::ask_idle(Table& table, const State& state, bool anew, Instant now) {
  const OpenLot& lot = state.open.front();
  for (const auto& [bot, bidder] : table.bots) {
    const Intent& intent = table.intents[bot];
    if (!intent.out && (anew || intent.due == kNever)) ask(table, state, lot, bot, now);
  }
}

void Bots::ask(Table& table, const State& state, const OpenLot& lot, ManagerSlot bot, Instant now) {
  Intent& intent = table.intents[bot];
  intent.due = kNever;
  const Money limit = max_bid(state, bot, lot);
  if (lot.leader == bot || limit < lot.next_bid) return;
  Facts facts = seen_facts(state, lot, bot, now);
  facts.limit = limit;
  facts.my_bids = intent.bids;
  facts.worth = table.worth[lot.asset.value];
  facts.luck = luck_of(table.seed, bot, lot.asset);
  const Plan plan = table.bots.at(bot)->plan(facts, table.chance);
  intent.out = plan.action == Plan::Action::kOut;
  if (plan.action != Plan::Action::kBid) return;
  intent.due = later(plan.at, now + Millis{1});
  intent.end_seen = lot.ends_at;
  intent.terms = plan.terms;
}

void Bots::turn(Instant now) {
  for (auto& [stream, table] : tables_) {
    const State* state = house_.shown(stream);
    const bool runs = state != nullptr && state->status == Status::kRunning;
    if (!runs || state->open.empty() || state->open.front().number != table.lot) continue;
    for (auto& [bot, intent] : table.intents) {
      if (intent.due <= now) act(table, *state, bot, now);
    }
  }
}

// A plan whose moment has come: it moves with the clock, is overtaken, or becomes a bid.
void Bots::act(Table& table, const State& state, ManagerSlot bot, Instant now) {
  Intent& intent = table.intents[bot];
  const OpenLot& lot = state.open.front();
  const Money limit = max_bid(state, bot, lot);
  if (intent.terms.from_end && lot.ends_at > intent.end_seen) {
    intent.due = intent.due + (lot.ends_at - intent.end_seen);
    intent.end_seen = lot.ends_at;
    return;
  }
  const bool overtaken = lot.next_bid > std::max(intent.terms.up_to, intent.terms.amount);
  if (lot.leader == bot || lot.next_bid > limit || overtaken) {
    ask(table, state, lot, bot, now);
    return;
  }
  const ManagerId id = state.setup->participants[bot.value].id;
  const EnglishRules& rules = state.rules->english;
  const PlaceBid bid{lot.number, legal_amount(rules, intent.terms.amount, limit, lot.next_bid)};
  intent.due = kNever;
  ++intent.bids;
  house_.submit({.stream = stream_of(state.setup->auction),
                 .id = command_id(ids_),
                 .actor = {id.hi, id.lo},
                 .command = bid,
                 .at = now});
}

Instant Bots::next_alarm() const {
  Instant next = kNever;
  for (const auto& [stream, table] : tables_) {
    const State* state = house_.shown(stream);
    if (state == nullptr || state->status != Status::kRunning) continue;
    for (const auto& [bot, intent] : table.intents) next = earlier(next, intent.due);
  }
  return next;
}

}  // namespace pilot
