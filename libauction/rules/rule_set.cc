#include "libauction/rules/rule_set.h"

namespace auction {
namespace {

// Every read_ below mirrors its put_: the fields in the order in which they are declared.

void put_flag(Bytes& out, bool value) { put_u8(out, value ? 1 : 0); }

template <class Enum>
void put_enum(Bytes& out, Enum value) {
  put_u8(out, static_cast<std::uint8_t>(value));
}

template <class Enum>
Enum read_enum(ByteReader& in, Enum last) {
  const std::uint8_t value = in.u8();
  if (value > static_cast<std::uint8_t>(last)) in.fail();
  return in.ok() ? static_cast<Enum>(value) : Enum{};
}

template <class T, class Put>
void put_list(Bytes& out, const std::vector<T>& items, Put put_item) {
  put_u32(out, static_cast<std::uint32_t>(items.size()));
  for (const T& item : items) put_item(out, item);
}

// `least` is the size of the shortest item, so that a false count cannot ask for much memory.
template <class Read>
auto read_list(ByteReader& in, std::size_t least, Read read_item) {
  std::vector<decltype(read_item(in))> items;
  for (std::uint32_t n = in.count(least); n > 0 && in.ok(); --n) items.push_back(read_item(in));
  return items;
}

void put_display_unit(Bytes& out, const DisplayUnit& unit) {
  put_text(out, unit.suffix);
  put_i64(out, unit.units);
  put_u8(out, unit.decimals);
  put_flag(out, unit.pad);
}

DisplayUnit read_display_unit(ByteReader& in) {
  DisplayUnit unit;
  unit.suffix = in.text();
  unit.units = in.i64();
  unit.decimals = in.u8();
  unit.pad = in.boolean();
  return unit;
}

void put_currency(Bytes& out, const Currency& currency) {
  put_text(out, currency.code);
  put_text(out, currency.symbol);
  put_text(out, currency.unit);
  put_list(out, currency.display, put_display_unit);
}

Currency read_currency(ByteReader& in) {
  Currency currency;
  currency.code = in.text();
  currency.symbol = in.text();
  currency.unit = in.text();
  currency.display = read_list(in, 14, read_display_unit);
  return currency;
}

void put_quota(Bytes& out, const Quota& quota) {
  put_text(out, quota.name);
  put_enum(out, quota.test);
  put_text(out, quota.attribute);
  put_text(out, quota.value);
  put_u8(out, quota.max);
}

Quota read_quota(ByteReader& in) {
  Quota quota;
  quota.name = in.text();
  quota.test = read_enum(in, QuotaTest::kRole);
  quota.attribute = in.text();
  quota.value = in.text();
  quota.max = in.u8();
  return quota;
}

void put_squad(Bytes& out, const SquadRules& squad) {
  put_u16(out, squad.min);
  put_u16(out, squad.max);
  put(out, squad.reserve_per_slot);
  put_list(out, squad.quotas, put_quota);
}

SquadRules read_squad(ByteReader& in) {
  SquadRules squad;
  squad.min = in.u16();
  squad.max = in.u16();
  squad.reserve_per_slot = in.money();
  squad.quotas = read_list(in, 14, read_quota);
  return squad;
}

void put_band(Bytes& out, const Band& band) {
  put(out, band.below);
  put(out, band.step);
}

Band read_band(ByteReader& in) {
  Band band;
  band.below = in.money();
  band.step = in.money();
  return band;
}

void put_english(Bytes& out, const EnglishRules& english) {
  put_enum(out, english.bidding);
  put(out, english.minimum);
  put_list(out, english.ladder.bands, put_band);
  put_flag(out, english.self_raise);
}

EnglishRules read_english(ByteReader& in) {
  EnglishRules english;
  english.bidding = read_enum(in, Bidding::kFixedNext);
  english.minimum = in.money();
  english.ladder.bands = read_list(in, 16, read_band);
  english.self_raise = in.boolean();
  return english;
}

void put_soft_close(Bytes& out, const SoftClose& soft_close) {
  put(out, soft_close.window_ms);
  put_enum(out, soft_close.trigger);
  put_enum(out, soft_close.form);
  put(out, soft_close.amount_ms);
  put_u16(out, soft_close.max_extensions);
  put(out, soft_close.hard_stop_ms);
}

SoftClose read_soft_close(ByteReader& in) {
  SoftClose soft_close;
  soft_close.window_ms = in.millis();
  soft_close.trigger = read_enum(in, Trigger::kLeaderChanged);
  soft_close.form = read_enum(in, ClockForm::kReset);
  soft_close.amount_ms = in.millis();
  soft_close.max_extensions = in.u16();
  soft_close.hard_stop_ms = in.millis();
  return soft_close;
}

void put_clock(Bytes& out, const ClockRules& clock) {
  put(out, clock.lot_ms);
  put(out, clock.gap_ms);
  put_soft_close(out, clock.soft_close);
  put(out, clock.recovery_grace_ms);
}

ClockRules read_clock(ByteReader& in) {
  ClockRules clock;
  clock.lot_ms = in.millis();
  clock.gap_ms = in.millis();
  clock.soft_close = read_soft_close(in);
  clock.recovery_grace_ms = in.millis();
  return clock;
}

void put_order(Bytes& out, const OrderRules& order) {
  put_enum(out, order.kind);
  put_flag(out, order.hidden);
}

OrderRules read_order(ByteReader& in) {
  OrderRules order;
  order.kind = read_enum(in, OrderKind::kSetsShuffledInside);
  order.hidden = in.boolean();
  return order;
}

void put_unsold(Bytes& out, const UnsoldRules& unsold) {
  put_enum(out, unsold.kind);
  put_u16(out, unsold.rounds);
  put_u16(out, unsold.names_per_manager);
  put(out, unsold.request_ms);
}

UnsoldRules read_unsold(ByteReader& in) {
  UnsoldRules unsold;
  unsold.kind = read_enum(in, UnsoldKind::kByRequest);
  unsold.rounds = in.u16();
  unsold.names_per_manager = in.u16();
  unsold.request_ms = in.millis();
  return unsold;
}

void put_retention(Bytes& out, const RetentionRules& retention) {
  put_u8(out, retention.max_retained);
  put_u8(out, retention.max_capped);
  put_u8(out, retention.max_uncapped);
  put_list(out, retention.capped_slabs, [](Bytes& to, Money slab) { put(to, slab); });
  put(out, retention.uncapped_slab);
  put_text(out, retention.capped_attribute);
  put_text(out, retention.capped_value);
}

RetentionRules read_retention(ByteReader& in) {
  RetentionRules retention;
  retention.max_retained = in.u8();
  retention.max_capped = in.u8();
  retention.max_uncapped = in.u8();
  retention.capped_slabs = read_list(in, 8, [](ByteReader& from) { return from.money(); });
  retention.uncapped_slab = in.money();
  retention.capped_attribute = in.text();
  retention.capped_value = in.text();
  return retention;
}

void put_opening(Bytes& out, const OpeningRules& opening) {
  put_flag(out, opening.waiting_room);
  put(out, opening.start_delay_ms);
}

OpeningRules read_opening(ByteReader& in) {
  OpeningRules opening;
  opening.waiting_room = in.boolean();
  opening.start_delay_ms = in.millis();
  return opening;
}

}  // namespace

void put(Bytes& out, const RuleSet& rules) {
  put_text(out, rules.name);
  put_text(out, rules.notes);
  put_currency(out, rules.currency);
  put(out, rules.budget);
  put_squad(out, rules.squad);
  put_english(out, rules.english);
  put_clock(out, rules.clock);
  put_order(out, rules.order);
  put_unsold(out, rules.unsold);
  put_retention(out, rules.retention);
  put_opening(out, rules.opening);
  put_u16(out, rules.open_lots);
}

RuleSet read_rule_set(ByteReader& in) {
  RuleSet rules;
  rules.name = in.text();
  rules.notes = in.text();
  rules.currency = read_currency(in);
  rules.budget = in.money();
  rules.squad = read_squad(in);
  rules.english = read_english(in);
  rules.clock = read_clock(in);
  rules.order = read_order(in);
  rules.unsold = read_unsold(in);
  rules.retention = read_retention(in);
  rules.opening = read_opening(in);
  rules.open_lots = in.u16();
  if (!in.ok() || !well_formed(rules)) {
    in.fail();
    return {};
  }
  return rules;
}

}  // namespace auction
