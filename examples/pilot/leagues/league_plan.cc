#include "examples/pilot/leagues/league_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/presets.h"

namespace pilot {
namespace {

constexpr std::int64_t kLeastWindowSeconds = 3;
constexpr std::int64_t kMostTimerSeconds = 86'400;
constexpr std::int64_t kMostSlots = 40;
constexpr std::int64_t kMostSeats = 30;
constexpr std::int64_t kMostDelaySeconds = 60;

RuleSet rules_from(Fields& fields, const Json& given) {
  if (!given.is_object()) {
    fields.fail("rules", "must be a rule set, a JSON object");
    return {};
  }
  const absl::StatusOr<RuleSet> rules = rule_set_from_json(given.dump());
  if (rules.ok()) return *rules;
  const auto fault = auction::json_fault(rules.status());
  fields.fail("rules" + (fault ? fault->pointer : ""), fault ? fault->message : "cannot be read");
  return {};
}

RuleSet preset_from(Fields& fields, std::string_view sport) {
  const auto name = fields.optional_text("preset", 100);
  const auto rules = preset(name ? *name : fmt::format("pilot-{}", sport));
  if (!rules) {
    fields.fail("preset", fmt::format("must be one of {}", fmt::join(preset_names(), ", ")));
  }
  return rules.value_or(RuleSet{});
}

void read_seats(Fields& fields, LeagueSettings& settings) {
  const std::int64_t least = fields.integer("minManagers", settings.min_managers, 2, kMostSeats);
  const std::int64_t most = fields.integer("maxManagers", settings.max_managers, 2, kMostSeats);
  if (least > most) fields.fail("minManagers", fmt::format("must be {} or less", most));
  settings.min_managers = static_cast<std::uint8_t>(least);
  settings.max_managers = static_cast<std::uint8_t>(most);
}

// The slots of a squad that must all be filled; a preset with a span keeps its minimum.
void read_slots(Fields& fields, SquadRules& squad) {
  const bool is_span = squad.min < squad.max;
  const std::int64_t slots = fields.integer("clubSlots", squad.max, 1, kMostSlots);
  if (slots == squad.max) return;
  squad.max = static_cast<std::uint16_t>(slots);
  squad.min = is_span ? std::min(squad.min, squad.max) : squad.max;
}

void read_clock(Fields& fields, ClockRules& clock) {
  const std::int64_t before = clock.lot_ms.count;
  const std::int64_t timer = fields.integer("timerSeconds", before / 1000, 5, kMostTimerSeconds);
  if (timer != before / 1000) clock.lot_ms = seconds(timer);
  const std::int64_t usual = std::min(clock.soft_close.window_ms.count / 1000, timer - 1);
  const std::int64_t window = fields.integer("antiSnipeSeconds", usual, 0, timer - 1);
  if (window != 0 && window < kLeastWindowSeconds) {
    fields.fail("antiSnipeSeconds", "must be 0 or 3 and more");
  }
  if (window != clock.soft_close.window_ms.count / 1000) {
    clock.soft_close.window_ms = seconds(window);
    clock.soft_close.amount_ms = seconds(window);
  }
}

void read_opening(Fields& fields, OpeningRules& opening, const Settings& settings) {
  opening.waiting_room = fields.flag("waitingRoom", opening.waiting_room);
  if (opening.waiting_room && !settings.waiting_room) {
    fields.fail("waitingRoom", "is not offered here");
  }
  const std::int64_t before = opening.start_delay_ms.count / 1000;
  const std::int64_t delay = fields.integer("startDelaySeconds", before, 0, kMostDelaySeconds);
  if (delay != before) opening.start_delay_ms = seconds(delay);
}

// The body's field that a finding of lint is about.
std::string field_of(std::string_view pointer) {
  if (pointer == "/budget") return "budget";
  if (pointer.starts_with("/squad")) return "clubSlots";
  if (pointer.starts_with("/clock/softClose")) return "antiSnipeSeconds";
  if (pointer.starts_with("/clock")) return "timerSeconds";
  return fmt::format("rules{}", pointer);
}

void lint_plan(Fields& fields, const RuleSet& rules) {
  for (const Finding& finding : lint(rules)) {
    if (finding.severity != Severity::kError) continue;
    fields.fail(field_of(finding.pointer), finding.message);
  }
}

}  // namespace

LeaguePlan start_of_plan(Fields& fields, const Json& body, const Settings& settings) {
  LeaguePlan plan;
  plan.settings.sport = fields.text("sportKey", 1, kMaxLeagueText);
  const bool known = plan.settings.sport == "football" || plan.settings.sport == "cricket";
  if (!known || (plan.settings.sport == "cricket" && !settings.cricket)) {
    if (fields.faults().empty()) fields.fail("sportKey", "is no sport");
    plan.settings.sport = "football";
  }
  plan.settings.name = fields.text("name", 1, kMaxLeagueText);
  plan.settings.is_table_shared = settings.auth_mode == AuthMode::kOpen;
  const auto given = body.find("rules");
  const bool own = given != body.end() && !given->is_null();
  plan.rules = own ? rules_from(fields, *given) : preset_from(fields, plan.settings.sport);
  return plan;
}

LeaguePlan read_plan(Fields& fields, LeaguePlan plan, const Settings& settings) {
  if (!fields.faults().empty()) return plan;
  if (const auto name = fields.optional_text("name", kMaxLeagueText)) {
    if (name->empty()) fields.fail("name", "must not be empty");
    plan.settings.name = *name;
  }
  read_seats(fields, plan.settings);
  plan.settings.spectators = fields.flag("spectators", plan.settings.spectators);
  plan.settings.is_table_shared = fields.flag("shareTable", plan.settings.is_table_shared);
  RuleSet& rules = plan.rules;
  const std::int64_t least = std::min(rules.english.minimum, rules.budget).units;
  rules.budget = {fields.integer("budget", rules.budget.units, least, kMaxMoney.units)};
  read_slots(fields, rules.squad);
  read_clock(fields, rules.clock);
  read_opening(fields, rules.opening, settings);
  if (fields.faults().empty()) lint_plan(fields, rules);
  return plan;
}

LeaguePlan plan_of(const League& league) {
  return {league.settings, league.choices.rules ? **league.choices.rules : RuleSet{}};
}

std::int64_t timer_seconds(const RuleSet& rules) { return rules.clock.lot_ms.count / 1000; }
std::int64_t anti_snipe_seconds(const RuleSet& rules) {
  return rules.clock.soft_close.window_ms.count / 1000;
}

void add_rules(Json& json, const RuleSet& rules) {
  json["budget"] = rules.budget.units;
  json["clubSlots"] = rules.squad.max;
  json["timerSeconds"] = timer_seconds(rules);
  json["antiSnipeSeconds"] = anti_snipe_seconds(rules);
  json["waitingRoom"] = rules.opening.waiting_room;
  json["startDelaySeconds"] = rules.opening.start_delay_ms.count / 1000;
}

}  // namespace pilot
