// `set /clock/lotMs 20000`: one field of a rule set, by the JSON pointer that lint would name.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "examples/auctioneer/script/prologue.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/rule_set.h"

namespace auction::script {
namespace {

using Json = nlohmann::ordered_json;

Json& field_at(Json& rules, Reader& in, const Word& pointer) {
  try {
    const Json::json_pointer path(pointer.text);
    if (rules.contains(path)) return rules.at(path);
  } catch (const Json::exception&) {
    in.fail_at(pointer, "expected a JSON pointer, like /clock/lotMs");
  }
  in.fail_at(pointer, fmt::format("a rule set has no field {}", pointer.text));
}

}  // namespace

RuleSet with_field(const RuleSet& rules, Reader& in) {
  Json json = Json::parse(to_json(rules));
  const Word& pointer = in.word("a JSON pointer");
  Json& field = field_at(json, in, pointer);
  const std::string value = in.rest("a value");
  field = Json::accept(value) ? Json::parse(value) : Json(value);
  absl::StatusOr<RuleSet> changed = rule_set_from_json(json.dump());
  if (changed.ok()) return *std::move(changed);
  const std::optional<JsonFault> fault = json_fault(changed.status());
  in.fail_at(pointer, fault ? fmt::format("{}: {}", fault->pointer, fault->message)
                            : std::string(to_std(changed.status().message())));
}

}  // namespace auction::script
