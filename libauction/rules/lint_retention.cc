#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

// The charge for so many capped and uncapped assets, by the slabs alone.
Money slab_sum(const RetentionRules& retention, int capped, int uncapped) {
  Money sum = retention.uncapped_slab * uncapped;
  const std::vector<Money>& slabs = retention.capped_slabs;
  for (std::size_t i = 0; i < static_cast<std::size_t>(capped) && !slabs.empty(); ++i) {
    sum += i < slabs.size() ? slabs[i] : slabs.back();
  }
  return sum;
}

// The dearest legal way to retain `retained` assets.
Money dearest(const RetentionRules& retention, int retained) {
  Money most;
  for (int capped = 0; capped <= retained && capped <= retention.max_capped; ++capped) {
    const int uncapped = retained - capped;
    if (uncapped > retention.max_uncapped) continue;
    const Money sum = slab_sum(retention, capped, uncapped);
    if (most < sum) most = sum;
  }
  return most;
}

void lint_sums(const RuleSet& rules, int retained, Findings& found) {
  const int missing = int{rules.squad.min} - retained;
  const Money reserved = rules.squad.reserve_per_slot * (missing > 0 ? missing : 0);
  const Money needed = dearest(rules.retention, retained) + reserved;
  if (rules.budget == Money{0} || needed <= rules.budget) return;
  found.error("retention_above_budget", "/retention/maxRetained",
              "retaining " + std::to_string(retained) + " and keeping the reserve can take " +
                  std::to_string(needed.units) + ", the budget is " +
                  std::to_string(rules.budget.units));
}

void lint_slabs(const RetentionRules& retention, Findings& found) {
  for (std::size_t i = 0; i < retention.capped_slabs.size(); ++i) {
    found.range(retention.capped_slabs[i].units, 0, kMaxMoney.units, "slab_out_of_range",
                "/retention/cappedSlabs/" + std::to_string(i));
  }
  found.range(retention.uncapped_slab.units, 0, kMaxMoney.units, "slab_out_of_range",
              "/retention/uncappedSlab");
}

}  // namespace

void lint_retention(const RuleSet& rules, Findings& found) {
  const RetentionRules& retention = rules.retention;
  lint_slabs(retention, found);
  if (retention.max_retained == 0) return;
  if (retention.max_retained > rules.squad.max) {
    found.error("retention_above_squad", "/retention/maxRetained",
                "must be " + std::to_string(rules.squad.max) + " or less: a squad has no more");
  }
  const int together = int{retention.max_capped} + int{retention.max_uncapped};
  if (together < retention.max_retained) {
    found.warning("retention_unreachable", "/retention/maxRetained",
                  "is never reached: capped and uncapped together are " + std::to_string(together) +
                      " at most");
  }
  if (retention.max_uncapped > 0 && retention.capped_attribute.empty()) {
    found.warning("capped_attribute_missing", "/retention/cappedAttribute",
                  "names no attribute: every asset counts as capped");
  }
  const int retained = together < retention.max_retained ? together : retention.max_retained;
  if (well_formed(rules)) lint_sums(rules, retained, found);
}

}  // namespace auction
