#include "libauction/scoring/score.h"

#include "libauction/base/check.h"
#include "libauction/base/match.h"
#include "libauction/scoring/rate.h"

namespace auction {
namespace {

constexpr std::size_t kColumn = 6;  // the width of the points in an explanation

std::int64_t sum_of(const PointRule& rule, const Row& row) {
  std::int64_t sum = 0;
  for (const StatSlot stat : rule.of) sum += row.stats[stat];
  return sum;
}

bool holds(const PointRule& rule, const Row& row) {
  for (const When& when : rule.when) {
    const std::int32_t value = row.stats[when.stat];
    if (value < when.least || value > when.most) return false;
  }
  return true;
}

std::int64_t awards_of(const Each& each, std::int64_t sum) {
  const std::int64_t count = sum / each.per;
  return each.most != 0 && count > each.most ? each.most : count;
}

std::int64_t step_units(const Steps& steps, std::int64_t sum) {
  std::int64_t units = 0;
  for (const PointStep& step : steps.steps) {
    if (sum < step.from) break;
    units = step.units;
  }
  return units;
}

std::string line(std::int64_t units, const RuleBook& book, std::string_view what) {
  const std::string number = points_text(units, book.scale);
  std::string text(number.size() < kColumn ? kColumn - number.size() : 0, ' ');
  return text.append(number).append("  ").append(what).append("\n");
}

std::string reason_of(const RuleBook& book, const Award& award) {
  const PointRule& rule = book.rules[award.rule];
  std::string text = rule.reason + ": " + std::to_string(award.sum);
  if (const auto* rate = std::get_if<Rate>(&rule.shape)) {
    text += " for " + std::to_string(award.against) + " " + book.stats[rate->against];
  }
  return text;
}

}  // namespace

std::int64_t rule_units(const PointRule& rule, const Row& row) {
  const std::int64_t worth = rule.worth[row.position];
  if (worth == 0 || !holds(rule, row)) return 0;
  const std::int64_t sum = sum_of(rule, row);
  if (const auto* each = std::get_if<Each>(&rule.shape)) return worth * awards_of(*each, sum);
  if (const auto* steps = std::get_if<Steps>(&rule.shape)) return worth * step_units(*steps, sum);
  const Rate& rate = std::get<Rate>(rule.shape);
  return worth * rate_units(rate, sum, row.stats[rate.against]);
}

std::int64_t points(const RuleBook& book, const Row& row) {
  std::int64_t total = 0;
  for (const PointRule& rule : book.rules) total += rule_units(rule, row);
  return total;
}

std::int64_t with_armband(const RuleBook& book, Armband armband, std::int64_t units) {
  if (armband == Armband::kNone) return units;
  const Multiplier by = armband == Armband::kCaptain ? book.captain : book.vice_captain;
  AUCTION_CHECK(units * by.times % by.over == 0, "a book's scale divides what an armband adds");
  return units * by.times / by.over;
}

Score score(const RuleBook& book, const Row& row, Armband armband) {
  Score result;
  result.armband = armband;
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    const PointRule& rule = book.rules[i];
    const std::int64_t units = rule_units(rule, row);
    if (units == 0) continue;
    const auto* rate = std::get_if<Rate>(&rule.shape);
    result.awards.push_back({static_cast<std::uint8_t>(i),
                             static_cast<std::int32_t>(sum_of(rule, row)),
                             rate != nullptr ? row.stats[rate->against] : 0, units});
    result.units += units;
  }
  result.total = with_armband(book, armband, result.units);
  return result;
}

std::string explain(const RuleBook& book, const Score& score) {
  std::string text;
  for (const Award& award : score.awards) {
    text += line(award.units, book, reason_of(book, award));
  }
  if (score.armband != Armband::kNone) {
    const char* who = score.armband == Armband::kCaptain ? "captain" : "vice-captain";
    text += line(score.total - score.units, book, who);
  }
  return text + line(score.total, book, "total");
}

}  // namespace auction
