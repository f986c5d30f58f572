// The JSON names of a rule set's fields, once, for the reader and the writer. The schema and
// docs/rule-sets.md list the same names; a test compares them.
#pragma once

#include <concepts>
#include <type_traits>

#include "libauction/adapters/json/reader_internal.h"
#include "libauction/rules/rule_set.h"

namespace auction {

template <class T, class Of>
concept Some = std::same_as<std::remove_const_t<T>, Of>;

void fields(Some<DisplayUnit> auto& unit, auto& each) {
  each("suffix", unit.suffix);
  each("units", unit.units);
  each("decimals", unit.decimals);
  each("pad", unit.pad);
}

void fields(Some<Currency> auto& currency, auto& each) {
  each("code", currency.code);
  each("symbol", currency.symbol);
  each("unit", currency.unit);
  each("display", currency.display);
}

void fields(Some<Quota> auto& quota, auto& each) {
  each("name", quota.name);
  each("test", quota.test);
  each("attribute", MayMiss{quota.attribute, std::string()});  // none where roles are tested
  each("value", quota.value);
  each("max", quota.max);
}

void fields(Some<SquadRules> auto& squad, auto& each) {
  each("min", squad.min);
  each("max", squad.max);
  each("reservePerSlot", squad.reserve_per_slot);
  each("quotas", squad.quotas);
}

void fields(Some<Band> auto& band, auto& each) {
  each("below", OrNull{band.below, kNoEnd});
  each("step", band.step);
}

void fields(Some<EnglishRules> auto& english, auto& each) {
  each("bidding", english.bidding);
  each("minimum", english.minimum);
  each("ladder", english.ladder.bands);
  each("selfRaise", english.self_raise);
}

void fields(Some<SoftClose> auto& rule, auto& each) {
  each("windowMs", rule.window_ms);
  each("trigger", rule.trigger);
  each("form", rule.form);
  each("amountMs", rule.amount_ms);
  each("maxExtensions", OrNull{rule.max_extensions, UINT16_MAX});
  each("hardStopMs", rule.hard_stop_ms);
}

void fields(Some<ClockRules> auto& clock, auto& each) {
  each("lotMs", clock.lot_ms);
  each("gapMs", clock.gap_ms);
  each("softClose", clock.soft_close);
  each("recoveryGraceMs", clock.recovery_grace_ms);
}

void fields(Some<OrderRules> auto& order, auto& each) {
  each("kind", order.kind);
  each("hidden", order.hidden);
}

void fields(Some<UnsoldRules> auto& unsold, auto& each) {
  each("kind", unsold.kind);
  each("rounds", unsold.rounds);
  each("namesPerManager", unsold.names_per_manager);
  each("requestMs", unsold.request_ms);
}

void fields(Some<RetentionRules> auto& retention, auto& each) {
  each("maxRetained", retention.max_retained);
  each("maxCapped", retention.max_capped);
  each("maxUncapped", retention.max_uncapped);
  each("cappedSlabs", retention.capped_slabs);
  each("uncappedSlab", retention.uncapped_slab);
  each("cappedAttribute", retention.capped_attribute);
  each("cappedValue", retention.capped_value);
}

void fields(Some<OpeningRules> auto& opening, auto& each) {
  each("waitingRoom", opening.waiting_room);
  each("startDelayMs", opening.start_delay_ms);
}

void fields(Some<RuleSet> auto& rules, auto& each) {
  each("name", rules.name);
  each("notes", rules.notes);
  each("currency", rules.currency);
  each("budget", rules.budget);
  each("squad", rules.squad);
  each("english", rules.english);
  each("clock", rules.clock);
  each("order", rules.order);
  each("unsold", rules.unsold);
  each("retention", rules.retention);
  each("opening", rules.opening);
  each("openLots", rules.open_lots);
}

// What a rule set does not name stays as the preset or the default has it. Bands and quotas are in
// lists, which are replaced whole: they must be whole.
template <class T>
concept RulePart =
    Some<T, DisplayUnit> || Some<T, Currency> || Some<T, SquadRules> || Some<T, EnglishRules> ||
    Some<T, SoftClose> || Some<T, ClockRules> || Some<T, OrderRules> || Some<T, UnsoldRules> ||
    Some<T, RetentionRules> || Some<T, OpeningRules> || Some<T, RuleSet>;

template <RulePart T>
struct JsonMissing<T> {
  static constexpr JsonMembers::Missing kWhat = JsonMembers::Missing::kKept;
};

}  // namespace auction
