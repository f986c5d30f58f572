#include "libauction/lot/lot.h"
#include "libauction/rules/rule_set.h"

namespace auction {
namespace {

bool is_amount(Money m) { return m >= Money{0} && m <= kMaxMoney; }
bool is_length(Millis t) { return t.count >= 0 && t.count <= kMaxMoney.units; }

bool is_ladder(const std::vector<Band>& bands) {
  Money from;
  for (const Band& band : bands) {
    if (!is_amount(band.step) || band.step < Money{1} || band.below <= from) return false;
    from = band.below;
    if (&band != &bands.back() && !is_amount(band.below)) return false;
  }
  return from == kNoEnd;
}

bool are_display_units(const std::vector<DisplayUnit>& display) {
  for (const DisplayUnit& unit : display) {
    if (unit.units < 1 || unit.units > kMaxMoney.units || unit.decimals > kMaxDecimals) {
      return false;
    }
  }
  return true;
}

bool is_retention(const RetentionRules& retention) {
  for (const Money slab : retention.capped_slabs) {
    if (!is_amount(slab)) return false;
  }
  return is_amount(retention.uncapped_slab);
}

bool are_clocks(const RuleSet& rules) {
  const SoftClose& soft_close = rules.clock.soft_close;
  return is_length(rules.clock.lot_ms) && is_length(rules.clock.gap_ms) &&
         is_length(rules.clock.recovery_grace_ms) && is_length(soft_close.window_ms) &&
         is_length(soft_close.amount_ms) && is_length(soft_close.hard_stop_ms) &&
         is_length(rules.unsold.request_ms) && is_length(rules.opening.start_delay_ms);
}

}  // namespace

bool well_formed(const RuleSet& rules) {
  return is_amount(rules.budget) && is_amount(rules.squad.reserve_per_slot) &&
         is_amount(rules.english.minimum) && rules.squad.max <= kMaxSquad &&
         rules.squad.quotas.size() <= kMaxQuotas && rules.open_lots <= kMaxOpenLots &&
         is_ladder(rules.english.ladder.bands) && are_display_units(rules.currency.display) &&
         is_retention(rules.retention) && are_clocks(rules);
}

}  // namespace auction
