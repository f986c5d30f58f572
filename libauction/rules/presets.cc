#include "libauction/rules/presets.h"

#include <array>

namespace auction {
namespace {

constexpr std::array<std::string_view, 3> kNames{"pilot-football", "pilot-cricket", "ipl-2025"};

Currency pounds() { return {"GBP", "£", "pound", {{"m", 1'000'000, 2, false}}}; }
Currency lakhs() { return {"INR", "", "lakh", {{" cr", 100, 2, true}}}; }

// At least `floor_s` seconds stay after a bid in the last `floor_s` seconds.
SoftClose floor_of(std::int64_t floor_s) {
  SoftClose rule;
  rule.window_ms = seconds(floor_s);
  rule.form = ClockForm::kFloor;
  rule.amount_ms = seconds(floor_s);
  return rule;
}

RuleSet pilot(std::string_view name) {
  RuleSet rules;
  rules.name = name;
  rules.notes =
      "Friends' auction of the pilot: budget, slots, minimum, clock and the order of lots as it "
      "ran. Ours: the grid of 100,000, the reserve for each slot and the start delay.";
  rules.currency = pounds();
  rules.budget = {500'000'000};
  rules.squad.min = 3;
  rules.squad.max = 3;
  rules.squad.reserve_per_slot = {1'000'000};
  rules.english.bidding = Bidding::kAnyHigher;
  rules.english.minimum = {1'000'000};
  rules.english.ladder = grid_of({100'000});
  rules.clock.lot_ms = seconds(30);
  rules.clock.gap_ms = seconds(3);
  rules.clock.soft_close = floor_of(10);
  rules.order = {OrderKind::kShuffled, true};
  rules.unsold.kind = UnsoldKind::kRounds;
  rules.unsold.rounds = 1;
  rules.opening.start_delay_ms = seconds(5);
  return rules;
}

constexpr const char* kIpl2025Notes =
    "Amounts in lakh. Increments and the snap to the grid: BCCI clarification, Sportstar 2024-11. "
    "Purse, squad, overseas, retention slabs: NDTV 6912804, Sporting News 3793968c. Least base "
    "price: Mint 11732370720615. 25 names a franchise for the accelerated round: Sportstar "
    "68904920. Ours, because the public rules name none: every time on the clock, the reserve of "
    "30 for each slot below 18, and two request rounds of ten minutes at most. Not in it: "
    "right-to-match cards and the silent tie-break.";

SquadRules ipl_squad() {
  SquadRules squad;
  squad.min = 18;
  squad.max = 25;
  squad.reserve_per_slot = {30};
  squad.quotas = {{"overseas", QuotaTest::kIsNot, "country", "India", 8}};
  return squad;
}

RetentionRules ipl_2025_retention() {
  RetentionRules retention;
  retention.max_retained = 6;
  retention.max_capped = 5;
  retention.max_uncapped = 2;
  retention.capped_slabs = {{1800}, {1400}, {1100}, {1800}, {1400}};
  retention.uncapped_slab = {400};
  retention.capped_attribute = "capped";
  retention.capped_value = "Capped";
  return retention;
}

RuleSet ipl_2025() {
  RuleSet rules;
  rules.name = "ipl-2025";
  rules.notes = kIpl2025Notes;
  rules.currency = lakhs();
  rules.budget = {12'000};
  rules.squad = ipl_squad();
  rules.english.bidding = Bidding::kFixedNext;
  rules.english.minimum = {30};
  rules.english.ladder.bands = {{{100}, {5}}, {{200}, {10}}, {{500}, {20}}, {kNoEnd, {25}}};
  rules.clock.lot_ms = seconds(15);
  rules.clock.gap_ms = seconds(3);
  rules.clock.soft_close = floor_of(10);
  rules.order.kind = OrderKind::kSets;
  rules.unsold = {UnsoldKind::kByRequest, 2, 25, seconds(600)};
  rules.retention = ipl_2025_retention();
  return rules;
}

}  // namespace

std::span<const std::string_view> preset_names() { return kNames; }

std::optional<RuleSet> preset(std::string_view name) {
  if (name == "pilot-football" || name == "pilot-cricket") return pilot(name);
  if (name == "ipl-2025") return ipl_2025();
  return std::nullopt;
}

}  // namespace auction
