#include "tests/support/naive_bridge.h"

#include <algorithm>

#include "libauction/base/match.h"

namespace auction {
namespace {

naive::Int or_none(Millis length) { return length.count == 0 ? naive::kNone : length.count; }

void translate_english(const EnglishRules& from, naive::Rules& to) {
  to.bidding = static_cast<naive::Bidding>(from.bidding);
  to.self_raise = from.self_raise;
  if (from.bidding == Bidding::kAnyHigher) {
    to.grid = from.ladder.bands.front().step.units;
    return;
  }
  naive::Int bottom = 0;
  for (const Band& band : from.ladder.bands) {
    const bool last = band.below == kNoEnd;
    to.ladder.push_back({bottom, last ? naive::kNone : band.below.units, band.step.units});
    bottom = band.below.units;
  }
}

void translate_clock(const ClockRules& from, naive::Rules& to) {
  const SoftClose& soft = from.soft_close;
  to.lot_ms = from.lot_ms.count;
  to.gap_ms = from.gap_ms.count;
  to.soft_close = soft.window_ms.count > 0;
  to.trigger = static_cast<naive::Trigger>(soft.trigger);
  to.form = static_cast<naive::Form>(soft.form);
  to.window_ms = soft.window_ms.count;
  to.by_ms = soft.amount_ms.count;
  to.max_extensions = soft.max_extensions == UINT16_MAX ? naive::kNone : soft.max_extensions;
  to.hard_stop_ms = or_none(soft.hard_stop_ms);
  to.grace_ms = or_none(from.recovery_grace_ms);
}

naive::Rules translate(const RuleSet& from) {
  naive::Rules to;
  translate_english(from.english, to);
  translate_clock(from.clock, to);
  to.min_squad = from.squad.min;
  to.max_squad = from.squad.max;
  to.reserve = from.squad.reserve_per_slot.units;
  for (const Quota& quota : from.squad.quotas) to.quota_most.push_back(quota.max);
  for (const Money slab : from.retention.capped_slabs) to.slabs.push_back(slab.units);
  to.uncapped_slab = from.retention.uncapped_slab.units;
  to.open_lots = from.open_lots;
  to.waiting_room = from.opening.waiting_room;
  to.start_delay_ms = from.opening.start_delay_ms.count;
  to.drawn_order =
      from.order.kind == OrderKind::kShuffled || from.order.kind == OrderKind::kSetsShuffledInside;
  to.again = static_cast<naive::Again>(from.unsold.kind);
  to.rounds = from.unsold.rounds;
  to.names = from.unsold.names_per_manager;
  to.request_ms = from.unsold.request_ms.count;
  return to;
}

std::string value_of(const Asset& asset, const std::string& name) {
  for (const Attribute& a : asset.attributes)
    if (a.name == name) return a.value;
  return "";
}

bool counts(const Quota& quota, const Asset& asset) {
  if (quota.test == QuotaTest::kRole) {
    return std::count(asset.roles.begin(), asset.roles.end(), quota.value) > 0;
  }
  const bool same = value_of(asset, quota.attribute) == quota.value;
  return quota.test == QuotaTest::kIs ? same : !same;
}

naive::Asset translate(const RuleSet& rules, const Asset& from) {
  naive::Asset to;
  to.base = from.base_price.units > 0 ? from.base_price.units : rules.english.minimum.units;
  int kind = 0;
  for (const Quota& quota : rules.squad.quotas) {
    if (counts(quota, from)) to.kinds.push_back(kind);
    ++kind;
  }
  const RetentionRules& retention = rules.retention;
  to.capped = value_of(from, retention.capped_attribute) == retention.capped_value;
  return to;
}

// What is for sale, in the order of the catalogue or set by set, the sets by their first asset.
std::vector<int> plain_order(const Setup& setup) {
  std::vector<bool> kept(setup.catalogue->assets.size());
  for (const Participant& p : setup.participants)
    for (const Retained& r : p.retained) kept[r.asset.value] = true;
  std::vector<int> order;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!kept[i]) order.push_back(static_cast<int>(i));
  if (setup.rules->order.kind != OrderKind::kSets) return order;

  std::vector<std::string> sets;
  const auto set_of = [&](int asset) {
    return setup.catalogue->assets[static_cast<std::size_t>(asset)].set;
  };
  for (const int asset : order)
    if (std::count(sets.begin(), sets.end(), set_of(asset)) == 0) sets.push_back(set_of(asset));
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
    return std::find(sets.begin(), sets.end(), set_of(a)) <
           std::find(sets.begin(), sets.end(), set_of(b));
  });
  return order;
}

naive::Int lot_of(LotNumber lot) { return static_cast<naive::Int>(lot.value); }
int seat_of(ManagerSlot seat) { return seat == kNoManager ? -1 : seat.value; }

}  // namespace

// 0 for nothing promised.
naive::Int promise_number(const Digest& commitment) {
  naive::Int number = 0;
  for (const std::uint8_t byte : commitment.bytes) number = (number * 131 + byte) % 1'000'000'007;
  return number;
}

// 0 for the nil id.
naive::Int person_number(ActorId id) {
  return static_cast<naive::Int>(id.hi * 0x9e3779b97f4a7c15u ^ id.lo);
}

naive::Setup to_naive(const Setup& setup, Instant at) {
  naive::Setup to;
  to.rules = translate(*setup.rules);
  for (const Asset& asset : setup.catalogue->assets)
    to.assets.push_back(translate(*setup.rules, asset));
  for (const Participant& p : setup.participants) {
    naive::Seat seat{p.purse.units, {}};
    for (const Retained& r : p.retained) seat.retained.push_back({r.asset.value, r.price.units});
    to.seats.push_back(seat);
  }
  to.order = plain_order(setup);
  to.promise = promise_number(setup.order_commitment);
  for (const ActorId id : setup.commissioners) to.commissioners.push_back(person_number(id));
  to.at = at.unix_ms;
  return to;
}

naive::Act to_naive(const Command& command, const Context& context, std::uint64_t seq) {
  using naive::Do;
  naive::Act act;
  match(command, [&](const auto& c) {
    if constexpr (requires { c.note; })
      act.note = c.note ? static_cast<naive::Int>((*c.note)->size()) : 0;
  });
  act.who = {seat_of(context.actor.seat), context.actor.commissioner, context.actor.host};
  act.now = context.now.unix_ms;
  act.seq = static_cast<naive::Int>(seq);
  match(
      command,
      [&](const PlaceBid& c) {
        act.what = Do::bid, act.lot = lot_of(c.lot), act.amount = c.amount.units;
        if (c.expected_seq != 0) act.guard = static_cast<naive::Int>(c.expected_seq);
      },
      [&](const Create&) {}, [&](const DrawOrder&) { act.what = Do::draw; },
      [&](const Tick&) { act.what = Do::tick; }, [&](const Recover&) { act.what = Do::recover; },
      [&](const Open& c) {
        act.what = Do::open;
        if (c.at != kNever) act.time = c.at.unix_ms;
      },
      [&](const Begin&) { act.what = Do::begin; }, [&](const Pause&) { act.what = Do::pause; },
      [&](const Resume&) { act.what = Do::resume; }, [&](const Cancel&) { act.what = Do::cancel; },
      [&](const Extend& c) {
        act.what = Do::extend, act.lot = lot_of(c.lot), act.amount = c.by.count;
      },
      [&](const CloseNow& c) { act.what = Do::close, act.lot = lot_of(c.lot); },
      [&](const PassLot& c) { act.what = Do::pass, act.lot = lot_of(c.lot); },
      [&](const Retract& c) { act.what = Do::retract, act.lot = lot_of(c.lot); },
      [&](const Assign& c) {
        act.what = Do::assign, act.asset = c.asset.value, act.seat = seat_of(c.manager);
        act.amount = c.price.units;
      },
      [&](const AdjustPurse& c) {
        act.what = Do::adjust, act.seat = seat_of(c.manager), act.amount = c.delta.units;
      },
      [&](const RequestLots& c) {
        act.what = Do::request;
        for (const AssetSlot asset : *c.assets) act.assets.push_back(asset.value);
      },
      [&](const VoidSale& c) {
        act.what = Do::undo, act.lot = lot_of(c.lot), act.again = c.reoffer;
      },
      [&](const Reset& c) {
        act.what = Do::reset, act.promise = promise_number(c.order_commitment);
      },
      [&](const End&) { act.what = Do::end; },
      [&](const Appoint& c) { act.what = Do::appoint, act.person = person_number(c.who); },
      [&](const Dismiss& c) { act.what = Do::dismiss, act.person = person_number(c.who); });
  return act;
}

naive::Act drawn(const DrawOrder& draw, const Context& context,
                 const std::vector<AssetSlot>& order) {
  naive::Act act = to_naive(draw, context, 0);
  act.promise = promise_number(commitment(draw.seed));
  for (const AssetSlot asset : order) act.assets.push_back(asset.value);
  return act;
}

bool is_legal_order(const Setup& setup, const std::vector<AssetSlot>& order) {
  std::vector<int> mine, plain = plain_order(setup);
  for (const AssetSlot asset : order) mine.push_back(asset.value);
  std::sort(mine.begin(), mine.end());
  std::sort(plain.begin(), plain.end());
  if (mine != plain) return false;
  if (setup.rules->order.kind != OrderKind::kSetsShuffledInside) return true;
  std::vector<std::string> seen;
  for (const AssetSlot asset : order) {
    const std::string& set = (*setup.catalogue)[asset].set;
    if (!seen.empty() && seen.back() == set) continue;
    if (std::count(seen.begin(), seen.end(), set) > 0) return false;  // a set came up twice
    seen.push_back(set);
  }
  return true;
}

}  // namespace auction
