#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

constexpr const char* kLadder = "/english/ladder";

// A band's end that is none of its rungs is legal: the step up to it is merely a short one.
void lint_join(const Band& band, Money from, std::size_t i, Findings& found) {
  if (band.below == kNoEnd || band.step < Money{1} || band.below <= from) return;
  const std::int64_t short_step = (band.below - from).units % band.step.units;
  if (short_step == 0) return;
  found.warning("ladder_off_grid", item(kLadder, i, "below"),
                "is no rung of its band: the last step to it is " + std::to_string(short_step) +
                    ", not " + std::to_string(band.step.units));
}

void lint_bands(const std::vector<Band>& bands, Findings& found) {
  Money from;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    const Band& band = bands[i];
    const bool last = i + 1 == bands.size();
    found.range(band.step.units, 1, kMaxMoney.units, "ladder_step_out_of_range",
                item(kLadder, i, "step"));
    if (last && band.below != kNoEnd) {
      found.error("ladder_ends", item(kLadder, i, "below"), "must be null in the last band");
    } else if (!last && band.below > kMaxMoney) {
      found.error("ladder_below_out_of_range", item(kLadder, i, "below"),
                  "must be an amount in every band but the last");
    } else if (band.below <= from) {
      found.error("ladder_not_rising", item(kLadder, i, "below"),
                  "must be above " + std::to_string(from.units));
    }
    lint_join(band, from, i, found);
    from = band.below;
  }
}

void lint_minimum(const RuleSet& rules, Findings& found) {
  const Money minimum = rules.english.minimum;
  found.range(minimum.units, 1, kMaxMoney.units, "minimum_out_of_range", "/english/minimum");
  if (rules.budget > Money{0} && minimum > rules.budget) {
    found.warning("minimum_above_budget", "/english/minimum",
                  "nobody can buy an asset that names no base price: the budget is " +
                      std::to_string(rules.budget.units));
  }
  const bool rungs_known = well_formed(rules) && minimum >= Money{1};
  if (rungs_known && !is_rung(rules.english.ladder, minimum)) {
    found.warning("minimum_off_grid", "/english/minimum",
                  "is on no rung: the bid after it is " +
                      std::to_string(next_rung(rules.english.ladder, minimum).units));
  }
}

}  // namespace

void lint_english(const RuleSet& rules, Findings& found) {
  const std::vector<Band>& bands = rules.english.ladder.bands;
  if (bands.empty()) found.error("ladder_empty", kLadder, "must have at least one band");
  if (rules.english.bidding == Bidding::kAnyHigher && bands.size() > 1) {
    found.error("any_higher_needs_one_band", kLadder,
                "must have one band, whose step is the grid, when bidding is any_higher");
  }
  lint_bands(bands, found);
  lint_minimum(rules, found);
}

}  // namespace auction
