// Rule sets that people write. What reads survives JSON, pretty JSON and, where lint finds no
// error, bytes; lint bears everything.
#include "libauction/adapters/json/pretty.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/lint.h"
#include "tests/fuzz/oracle.h"

namespace {

using namespace auction;

bool survives_json(const RuleSet& rules, std::string_view json) {
  if (json.size() > kMaxRuleSetBytes) return true;
  const auto again = rule_set_from_json(json);
  return again.ok() && *again == rules;
}

bool survives_bytes(const RuleSet& rules) {
  Bytes bytes;
  put(bytes, rules);
  ByteReader in(bytes);
  return read_rule_set(in) == rules && in.finished();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = rule_set_from_json(fuzz::text_of(data, size));
  if (!read.ok()) return 0;
  const std::string json = to_json(*read);
  fuzz::require(survives_json(*read, json), "a rule set survives JSON");
  fuzz::require(survives_json(*read, pretty_json(json, size % 120)), "and pretty JSON");
  const bool sound = !has_errors(lint(*read));
  if (sound) fuzz::require(well_formed(*read), "lint finds what is not well formed");
  fuzz::require(survives_bytes(*read) == well_formed(*read), "it survives bytes if well formed");
  return 0;
}
