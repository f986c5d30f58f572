#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

constexpr const char* kQuotas = "/squad/quotas";

// The cheapest legal squad fills every slot of the minimum at the reserve kept for it.
void lint_reserve(const RuleSet& rules, Findings& found) {
  const SquadRules& squad = rules.squad;
  found.range(squad.reserve_per_slot.units, 0, kMaxMoney.units, "reserve_out_of_range",
              "/squad/reservePerSlot");
  if (squad.reserve_per_slot > kMaxMoney || squad.min > kMaxSquad) return;
  const Money cheapest = squad.reserve_per_slot * squad.min;
  if (rules.budget > Money{0} && rules.budget < cheapest) {
    found.error("budget_below_cheapest_squad", "/budget",
                "must be " + std::to_string(cheapest.units) +
                    " or more: " + std::to_string(squad.min) + " slots at the reserve of each");
  }
  if (squad.min > 1 && squad.reserve_per_slot < rules.english.minimum) {
    found.warning("reserve_below_minimum", "/squad/reservePerSlot",
                  "does not buy a lot at the minimum of " +
                      std::to_string(rules.english.minimum.units) +
                      ": a purse may run dry before the squad is full");
  }
}

void lint_quota(const SquadRules& squad, std::size_t i, Findings& found) {
  const Quota& quota = squad.quotas[i];
  if (quota.name.empty()) {
    found.warning("quota_name_missing", item(kQuotas, i, "name"), "should say what is counted");
  }
  if (quota.test != QuotaTest::kRole && quota.attribute.empty()) {
    found.error("quota_attribute_missing", item(kQuotas, i, "attribute"),
                "must name the attribute that is tested");
  }
  if (quota.test == QuotaTest::kRole && !quota.attribute.empty()) {
    found.warning("quota_attribute_unused", item(kQuotas, i, "attribute"),
                  "is not looked at: the test is of roles");
  }
  if (quota.test == QuotaTest::kRole && quota.value.empty()) {
    found.error("quota_value_missing", item(kQuotas, i, "value"), "must name the role");
  }
  if (quota.max >= squad.max) {
    found.warning("quota_never_binds", item(kQuotas, i, "max"),
                  "is never reached: a squad has " + std::to_string(squad.max) + " at most");
  }
  for (std::size_t k = 0; k < i; ++k) {
    if (quota.name.empty() || squad.quotas[k].name != quota.name) continue;
    found.warning("quota_name_repeated", item(kQuotas, i, "name"), "names another quota too");
  }
}

// Every asset either has a value or has it not: two such quotas together bound the whole squad.
void lint_pair(const SquadRules& squad, std::size_t i, std::size_t k, Findings& found) {
  const Quota& a = squad.quotas[i];
  const Quota& b = squad.quotas[k];
  const bool both = (a.test == QuotaTest::kIs && b.test == QuotaTest::kIsNot) ||
                    (a.test == QuotaTest::kIsNot && b.test == QuotaTest::kIs);
  if (!both || a.attribute != b.attribute || a.value != b.value) return;
  const int together = int{a.max} + int{b.max};
  const std::string message = "with quota " + std::to_string(i) + " allows " +
                              std::to_string(together) + " assets in all, a squad has ";
  if (together < squad.min) {
    found.error("squad_unreachable", item(kQuotas, k, "max"),
                message + std::to_string(squad.min) + " at least");
  } else if (together < squad.max) {
    found.warning("slots_unreachable", item(kQuotas, k, "max"),
                  message + std::to_string(squad.max) + " slots");
  }
}

}  // namespace

void lint_squad(const RuleSet& rules, Findings& found) {
  const SquadRules& squad = rules.squad;
  found.range(squad.max, 1, kMaxSquad, "squad_max_out_of_range", "/squad/max");
  if (squad.min > squad.max) {
    found.error("squad_min_above_max", "/squad/min",
                "must be " + std::to_string(squad.max) + " or less: that is the maximum");
  }
  lint_reserve(rules, found);
  if (squad.quotas.size() > kMaxQuotas) {
    found.error("too_many_quotas", kQuotas,
                "must be " + std::to_string(kMaxQuotas) + " at most, not " +
                    std::to_string(squad.quotas.size()));
  }
  for (std::size_t i = 0; i < squad.quotas.size(); ++i) {
    lint_quota(squad, i, found);
    for (std::size_t k = 0; k < i; ++k) lint_pair(squad, k, i, found);
  }
}

}  // namespace auction
