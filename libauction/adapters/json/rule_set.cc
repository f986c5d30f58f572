#include "libauction/adapters/json/rule_set.h"

#include "libauction/adapters/json/parse_internal.h"
#include "libauction/adapters/json/rule_set_fields_internal.h"
#include "libauction/adapters/json/rule_set_json_internal.h"
#include "libauction/rules/presets.h"

namespace auction {
namespace {

void read_preset(const JsonPlace& place, RuleSet& rules) {
  if (std::optional<RuleSet> found = preset(place.text())) {
    rules = *std::move(found);
  } else {
    place.fail_wanted(one_of(preset_names()));
  }
}

}  // namespace

void read(const JsonPlace& place, RuleSet& rules) {
  JsonMembers members(place, JsonMembers::Missing::kKept);
  if (const JsonValue* name = members.find("preset")) {
    read_preset(JsonPlace(place, "preset", *name), rules);
  }
  fields(rules, members);
  members.finish();
}

void write(JsonWriter& json, const RuleSet& rules) {
  json.object([&] { fields(rules, json); });
}

absl::StatusOr<RuleSet> rule_set_from_json(std::string_view text) {
  const absl::StatusOr<JsonValue> value = parse_json(text, {.bytes = kMaxRuleSetBytes});
  if (!value.ok()) return value.status();
  JsonReading reading;
  RuleSet rules;
  read(JsonPlace(*value, reading), rules);
  if (reading.fault) return to_status(*reading.fault);
  return rules;
}

std::string to_json(const RuleSet& rules) {
  std::string text;
  JsonWriter json(text);
  write(json, rules);
  return text;
}

std::string to_json(const std::vector<Finding>& findings) {
  std::string text;
  JsonWriter json(text);
  json.list(findings, [&](const Finding& finding) {
    json.object([&] {
      json("severity", finding.severity == Severity::kError ? "error" : "warning");
      json("code", finding.code);
      json("pointer", finding.pointer);
      json("message", finding.message);
    });
  });
  return text;
}

}  // namespace auction
