#include "libauction/rules/lint.h"

#include "libauction/lot/lot.h"
#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

constexpr std::size_t kMaxWord = 100;
constexpr std::size_t kMaxNotes = 8'000;

void lint_text(const std::string& text, std::size_t most, const std::string& pointer,
               Findings& found) {
  if (text.size() <= most) return;
  found.error(
      "text_too_long", pointer,
      "must be " + std::to_string(most) + " bytes at most, not " + std::to_string(text.size()));
}

void lint_texts(const RuleSet& rules, Findings& found) {
  lint_text(rules.name, kMaxWord, "/name", found);
  lint_text(rules.notes, kMaxNotes, "/notes", found);
  lint_text(rules.currency.code, kMaxWord, "/currency/code", found);
  lint_text(rules.currency.symbol, kMaxWord, "/currency/symbol", found);
  lint_text(rules.currency.unit, kMaxWord, "/currency/unit", found);
  lint_text(rules.retention.capped_attribute, kMaxWord, "/retention/cappedAttribute", found);
  lint_text(rules.retention.capped_value, kMaxWord, "/retention/cappedValue", found);
  const auto& display = rules.currency.display;
  for (std::size_t i = 0; i < display.size(); ++i) {
    lint_text(display[i].suffix, kMaxWord, item("/currency/display", i, "suffix"), found);
  }
  const auto& quotas = rules.squad.quotas;
  for (std::size_t i = 0; i < quotas.size(); ++i) {
    lint_text(quotas[i].name, kMaxWord, item("/squad/quotas", i, "name"), found);
    lint_text(quotas[i].attribute, kMaxWord, item("/squad/quotas", i, "attribute"), found);
    lint_text(quotas[i].value, kMaxWord, item("/squad/quotas", i, "value"), found);
  }
}

void lint_budget(Money budget, Findings& found) {
  found.range(budget.units, 0, kMaxMoney.units, "budget_out_of_range", "/budget");
  if (budget == Money{0}) {
    found.warning("budget_missing", "/budget", "is 0: every manager must bring a purse");
  }
}

}  // namespace

std::vector<Finding> lint(const RuleSet& rules) {
  Findings found;
  lint_texts(rules, found);
  lint_currency(rules.currency, found);
  lint_budget(rules.budget, found);
  lint_squad(rules, found);
  lint_english(rules, found);
  lint_clock(rules.clock, found);
  lint_course(rules, found);
  lint_retention(rules, found);
  found.range(rules.open_lots, 1, kMaxOpenLots, "open_lots_out_of_range", "/openLots");
  return std::move(found).take();
}

bool has_errors(const std::vector<Finding>& findings) {
  for (const Finding& finding : findings) {
    if (finding.severity == Severity::kError) return true;
  }
  return false;
}

}  // namespace auction
