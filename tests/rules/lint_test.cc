#include "libauction/rules/lint.h"

#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

using Change = void (*)(RuleSet&);

struct Row {
  const char* code;
  const char* pointer;
  Severity severity;
  Change spoil;
};

constexpr Severity kError = Severity::kError;
constexpr Severity kWarning = Severity::kWarning;

// Each row spoils one thing in the preset for 2025; the finding named must be among those told.
const Row kRows[] = {
    {"text_too_long", "/name", kError, [](RuleSet& r) { r.name.assign(101, 'x'); }},
    {"text_too_long", "/notes", kError, [](RuleSet& r) { r.notes.assign(8001, 'x'); }},
    {"text_too_long", "/squad/quotas/0/value", kError,
     [](RuleSet& r) { r.squad.quotas[0].value.assign(101, 'x'); }},
    {"text_too_long", "/currency/display/0/suffix", kError,
     [](RuleSet& r) { r.currency.display[0].suffix.assign(101, 'x'); }},

    {"symbol_unreadable", "/currency/symbol", kError, [](RuleSet& r) { r.currency.symbol = "-"; }},
    {"unit_unreadable", "/currency/unit", kError, [](RuleSet& r) { r.currency.unit = "1 lakh"; }},
    {"display_units_out_of_range", "/currency/display/0/units", kError,
     [](RuleSet& r) { r.currency.display[0].units = 0; }},
    {"display_decimals_out_of_range", "/currency/display/0/decimals", kError,
     [](RuleSet& r) { r.currency.display[0].decimals = 16; }},
    {"display_suffix_unreadable", "/currency/display/0/suffix", kError,
     [](RuleSet& r) { r.currency.display[0].suffix = "e2"; }},
    {"display_suffix_ambiguous", "/currency/display/0/suffix", kError,
     [](RuleSet& r) { r.currency.display[0].suffix = " lakh"; }},
    {"display_suffix_ambiguous", "/currency/display/0/suffix", kError,
     [](RuleSet& r) { r.currency.display[0].suffix = ""; }},
    {"display_suffix_repeated", "/currency/display/1/suffix", kError,
     [](RuleSet& r) { r.currency.display.push_back({"cr", 10, 1, false}); }},
    {"display_not_falling", "/currency/display/1/units", kWarning,
     [](RuleSet& r) { r.currency.display.push_back({" x", 100, 1, false}); }},

    {"budget_out_of_range", "/budget", kError, [](RuleSet& r) { r.budget = {-1}; }},
    {"budget_missing", "/budget", kWarning, [](RuleSet& r) { r.budget = {0}; }},
    {"budget_below_cheapest_squad", "/budget", kError, [](RuleSet& r) { r.budget = {539}; }},

    {"squad_max_out_of_range", "/squad/max", kError, [](RuleSet& r) { r.squad.max = 65; }},
    {"squad_max_out_of_range", "/squad/max", kError, [](RuleSet& r) { r.squad.max = 0; }},
    {"squad_min_above_max", "/squad/min", kError, [](RuleSet& r) { r.squad.min = 26; }},
    {"reserve_out_of_range", "/squad/reservePerSlot", kError,
     [](RuleSet& r) { r.squad.reserve_per_slot = {-1}; }},
    {"reserve_below_minimum", "/squad/reservePerSlot", kWarning,
     [](RuleSet& r) { r.squad.reserve_per_slot = {29}; }},
    {"too_many_quotas", "/squad/quotas", kError, [](RuleSet& r) { r.squad.quotas.resize(17); }},
    {"quota_name_missing", "/squad/quotas/0/name", kWarning,
     [](RuleSet& r) { r.squad.quotas[0].name = ""; }},
    {"quota_name_repeated", "/squad/quotas/1/name", kWarning,
     [](RuleSet& r) { r.squad.quotas.push_back(r.squad.quotas[0]); }},
    {"quota_attribute_missing", "/squad/quotas/0/attribute", kError,
     [](RuleSet& r) { r.squad.quotas[0].attribute = ""; }},
    {"quota_attribute_unused", "/squad/quotas/0/attribute", kWarning,
     [](RuleSet& r) { r.squad.quotas[0].test = QuotaTest::kRole; }},
    {"quota_value_missing", "/squad/quotas/0/value", kError,
     [](RuleSet& r) { r.squad.quotas[0] = {"keepers", QuotaTest::kRole, "", "", 4}; }},
    {"quota_never_binds", "/squad/quotas/0/max", kWarning,
     [](RuleSet& r) { r.squad.quotas[0].max = 25; }},
    {"squad_unreachable", "/squad/quotas/1/max", kError,
     [](RuleSet& r) { r.squad.quotas.push_back({"home", QuotaTest::kIs, "country", "India", 9}); }},
    {"slots_unreachable", "/squad/quotas/1/max", kWarning,
     [](RuleSet& r) {
       r.squad.quotas.push_back({"home", QuotaTest::kIs, "country", "India", 16});
     }},

    {"minimum_out_of_range", "/english/minimum", kError,
     [](RuleSet& r) { r.english.minimum = {0}; }},
    {"minimum_above_budget", "/english/minimum", kWarning,
     [](RuleSet& r) { r.english.minimum = {12'001}; }},
    {"minimum_off_grid", "/english/minimum", kWarning,
     [](RuleSet& r) { r.english.minimum = {31}; }},
    {"ladder_empty", "/english/ladder", kError, [](RuleSet& r) { r.english.ladder.bands.clear(); }},
    {"ladder_ends", "/english/ladder/3/below", kError,
     [](RuleSet& r) { r.english.ladder.bands[3].below = {5000}; }},
    {"ladder_below_out_of_range", "/english/ladder/2/below", kError,
     [](RuleSet& r) { r.english.ladder.bands[2].below = kNoEnd; }},
    {"ladder_not_rising", "/english/ladder/1/below", kError,
     [](RuleSet& r) { r.english.ladder.bands[1].below = {100}; }},
    {"ladder_step_out_of_range", "/english/ladder/0/step", kError,
     [](RuleSet& r) { r.english.ladder.bands[0].step = {0}; }},
    {"ladder_off_grid", "/english/ladder/1/below", kWarning,
     [](RuleSet& r) { r.english.ladder.bands[1].below = {205}; }},
    {"any_higher_needs_one_band", "/english/ladder", kError,
     [](RuleSet& r) { r.english.bidding = Bidding::kAnyHigher; }},

    {"lot_time_out_of_range", "/clock/lotMs", kError, [](RuleSet& r) { r.clock.lot_ms = {0}; }},
    {"gap_out_of_range", "/clock/gapMs", kError, [](RuleSet& r) { r.clock.gap_ms = {-1}; }},
    {"recovery_grace_out_of_range", "/clock/recoveryGraceMs", kError,
     [](RuleSet& r) { r.clock.recovery_grace_ms = {INT64_MAX}; }},
    {"window_out_of_range", "/clock/softClose/windowMs", kError,
     [](RuleSet& r) { r.clock.soft_close.window_ms = {-1}; }},
    {"soft_close_amount_out_of_range", "/clock/softClose/amountMs", kError,
     [](RuleSet& r) { r.clock.soft_close.amount_ms = {0}; }},
    {"window_not_below_lot_time", "/clock/softClose/windowMs", kError,
     [](RuleSet& r) { r.clock.soft_close.window_ms = {15'000}; }},
    {"anti_snipe_short", "/clock/softClose/windowMs", kWarning,
     [](RuleSet& r) { r.clock.soft_close.window_ms = {4'999}; }},
    {"anti_snipe_too_short", "/clock/softClose/windowMs", kWarning,
     [](RuleSet& r) { r.clock.soft_close.window_ms = {2'999}; }},
    {"soft_close_never_extends", "/clock/softClose/maxExtensions", kWarning,
     [](RuleSet& r) { r.clock.soft_close.max_extensions = 0; }},
    {"hard_stop_out_of_range", "/clock/softClose/hardStopMs", kError,
     [](RuleSet& r) { r.clock.soft_close.hard_stop_ms = {-1}; }},
    {"hard_stop_within_lot_time", "/clock/softClose/hardStopMs", kWarning,
     [](RuleSet& r) { r.clock.soft_close.hard_stop_ms = {15'000}; }},
    {"hard_stop_allows_sniping", "/clock/softClose/hardStopMs", kWarning,
     [](RuleSet& r) { r.clock.soft_close.hard_stop_ms = {60'000}; }},

    {"hidden_order_not_drawn", "/order/hidden", kWarning,
     [](RuleSet& r) { r.order.hidden = true; }},
    {"rounds_out_of_range", "/unsold/rounds", kError, [](RuleSet& r) { r.unsold.rounds = 1001; }},
    {"rounds_zero", "/unsold/rounds", kWarning, [](RuleSet& r) { r.unsold.rounds = 0; }},
    {"request_names_zero", "/unsold/namesPerManager", kError,
     [](RuleSet& r) { r.unsold.names_per_manager = 0; }},
    {"request_time_out_of_range", "/unsold/requestMs", kError,
     [](RuleSet& r) { r.unsold.request_ms = {0}; }},
    {"start_delay_out_of_range", "/opening/startDelayMs", kError,
     [](RuleSet& r) { r.opening.start_delay_ms = {-1}; }},
    {"start_delay_unused", "/opening/startDelayMs", kWarning,
     [](RuleSet& r) { r.opening = {true, {5'000}}; }},

    {"slab_out_of_range", "/retention/cappedSlabs/1", kError,
     [](RuleSet& r) { r.retention.capped_slabs[1] = {-1}; }},
    {"slab_out_of_range", "/retention/uncappedSlab", kError,
     [](RuleSet& r) { r.retention.uncapped_slab = {-1}; }},
    {"retention_above_squad", "/retention/maxRetained", kError,
     [](RuleSet& r) { r.retention.max_retained = 26; }},
    {"retention_unreachable", "/retention/maxRetained", kWarning,
     [](RuleSet& r) { r.retention.max_retained = 8; }},
    {"capped_attribute_missing", "/retention/cappedAttribute", kWarning,
     [](RuleSet& r) { r.retention.capped_attribute = ""; }},
    {"retention_above_budget", "/retention/maxRetained", kError,
     [](RuleSet& r) { r.budget = {7'900 + 12 * 30 - 1}; }},

    {"open_lots_out_of_range", "/openLots", kError, [](RuleSet& r) { r.open_lots = 0; }},
    {"open_lots_out_of_range", "/openLots", kError, [](RuleSet& r) { r.open_lots = 129; }},
};

const Finding* find(const std::vector<Finding>& findings, const Row& row) {
  for (const Finding& f : findings) {
    if (f.code == row.code && f.pointer == row.pointer && f.severity == row.severity) return &f;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("lint finds nothing to say about the presets") {
  for (const std::string_view name : preset_names()) {
    CAPTURE(std::string(name));
    CHECK(lint(*preset(name)).empty());
  }
}

TEST_CASE("lint names what is wrong, where, and what would do: a row a finding") {
  for (const Row& row : kRows) {
    CAPTURE(row.code, row.pointer);
    RuleSet rules = *preset("ipl-2025");
    row.spoil(rules);
    const std::vector<Finding> findings = lint(rules);
    const Finding* found = find(findings, row);
    REQUIRE(found != nullptr);
    CHECK_FALSE(found->message.empty());
    if (row.severity == kError) CHECK(has_errors(findings));
    if (row.severity == kWarning) CHECK_FALSE(has_errors(findings));
  }
}

TEST_CASE("what the engine could not obey is an error of lint") {
  for (const Row& row : kRows) {
    RuleSet rules = *preset("ipl-2025");
    row.spoil(rules);
    CAPTURE(row.code, row.pointer);
    if (!well_formed(rules)) CHECK(has_errors(lint(rules)));
  }
}

TEST_CASE("lint bears the worst numbers") {
  RuleSet rules = *preset("ipl-2025");
  rules.budget = {INT64_MIN};
  rules.squad.min = rules.squad.max = UINT16_MAX;
  rules.squad.reserve_per_slot = {INT64_MAX};
  rules.retention.max_retained = 255;
  rules.retention.uncapped_slab = {INT64_MAX};
  rules.english.minimum = {INT64_MAX};
  for (Band& band : rules.english.ladder.bands) band = {{INT64_MIN}, {INT64_MIN}};
  rules.clock.lot_ms = rules.clock.gap_ms = {INT64_MIN};
  CHECK(has_errors(lint(rules)));
}

TEST_CASE("a window as long as the lot is legal where every bid starts the clock anew") {
  RuleSet rules = *preset("pilot-football");
  rules.clock.soft_close.window_ms = rules.clock.lot_ms;
  CHECK(has_errors(lint(rules)));
  rules.clock.soft_close.form = ClockForm::kReset;
  CHECK(lint(rules).empty());
}
