#include <cstdlib>
#include <fstream>
#include <iterator>

#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/pretty.h"
#include "libauction/adapters/json/rule_set.h"
#include "libauction/rules/presets.h"
#include "tests/catch.h"

using namespace auction;

namespace {

RuleSet read(const std::string& text) {
  const auto rules = rule_set_from_json(text);
  INFO(rules.status());
  REQUIRE(rules.ok());
  return *rules;
}

Bytes bytes_of(const RuleSet& rules) {
  Bytes bytes;
  put(bytes, rules);
  return bytes;
}

std::string golden_path(std::string_view preset) {
  const char* root = std::getenv("LIBAUCTION_SOURCE_DIR");
  return std::string(root != nullptr ? root : ".") + "/tests/golden/preset_" + std::string(preset) +
         ".json";
}

// Every field has a value that is not its default.
RuleSet unusual() {
  RuleSet rules;
  rules.name = "unusual \"rules\" \\ \n\t\x01 é ₹ 😀";
  rules.notes = std::string("with a NUL: \0.", 14);
  rules.currency = {"PKR", "Rs ", "half lakh", {{" cr", 200, 3, true}, {" lakh", 2, 1, false}}};
  rules.budget = kMaxMoney;
  rules.squad = {
      2,
      3,
      {7},
      {{"u23", QuotaTest::kIs, "age", "u23", 1}, {"keepers", QuotaTest::kRole, "", "WK", 2}}};
  rules.english = {Bidding::kLadder, {9}, {{{{100}, {5}}, {{200}, {10}}, {kNoEnd, {25}}}}, true};
  rules.clock = {{1}, {2}, {{3}, Trigger::kLeaderChanged, ClockForm::kReset, {4}, 5, {6}}, {7}};
  rules.order = {OrderKind::kSetsShuffledInside, true};
  rules.unsold = {UnsoldKind::kByRequest, 3, 4, {5}};
  rules.retention = {6, 5, 4, {{3}, {2}}, {1}, "capped", "yes"};
  rules.opening = {true, {8}};
  rules.open_lots = 128;
  return rules;
}

}  // namespace

TEST_CASE("every rule set survives JSON, bytes and JSON again") {
  std::vector<RuleSet> all{RuleSet{}, unusual()};
  for (const std::string_view name : preset_names()) all.push_back(*preset(name));
  for (const RuleSet& rules : all) {
    const std::string json = to_json(rules);
    CAPTURE(json);
    const RuleSet from_json = read(json);
    CHECK(from_json == rules);
    const Bytes bytes = bytes_of(from_json);
    ByteReader in(bytes);
    const RuleSet from_bytes = read_rule_set(in);
    REQUIRE(in.finished());
    CHECK(from_bytes == rules);
    CHECK(to_json(from_bytes) == json);
    CHECK(read(pretty_json(json)) == rules);
    CHECK(read(pretty_json(json, 1)) == rules);
  }
}

TEST_CASE("the empty object is the default rule set") { CHECK(read("{}") == RuleSet{}); }

TEST_CASE("what stands beside a preset replaces its fields, object by object") {
  RuleSet rules = *preset("ipl-2025");
  CHECK(read("{\"preset\":\"ipl-2025\"}") == rules);
  rules.name = "ours";
  rules.clock.lot_ms = {20'000};
  rules.clock.soft_close.max_extensions = 3;
  rules.retention.capped_slabs = {{5}};
  rules.squad.quotas.clear();
  CHECK(read("{\"preset\":\"ipl-2025\",\"name\":\"ours\",\"clock\":{\"lotMs\":20000,"
             "\"softClose\":{\"maxExtensions\":3}},\"retention\":{\"cappedSlabs\":[5]},"
             "\"squad\":{\"quotas\":[]}}") == rules);
}

TEST_CASE("a preset may stand anywhere in the object") {
  CHECK(read("{\"budget\":9000,\"preset\":\"ipl-2025\"}").budget == Money{9'000});
}

TEST_CASE("null stands for no end and for no cap") {
  CHECK(read("{\"english\":{\"ladder\":[{\"below\":null,\"step\":7}]}}").english.ladder ==
        grid_of({7}));
  CHECK(read("{\"clock\":{\"softClose\":{\"maxExtensions\":null}}}")
            .clock.soft_close.max_extensions == UINT16_MAX);
}

TEST_CASE("the JSON of the presets, and of the defaults, is the one in the golden files") {
  std::vector<std::string_view> names{"none"};
  names.insert(names.end(), preset_names().begin(), preset_names().end());
  for (const std::string_view name : names) {
    const std::string text = pretty_json(to_json(preset(name).value_or(RuleSet{})));
    const std::string path = golden_path(name);
    if (std::getenv("LIBAUCTION_WRITE_GOLDEN") != nullptr) std::ofstream(path) << text;
    std::ifstream file(path, std::ios::binary);
    INFO("LIBAUCTION_WRITE_GOLDEN=1 writes " << path);
    CHECK(std::string{std::istreambuf_iterator<char>(file), {}} == text);
  }
}

TEST_CASE("every pointer that lint tells leads somewhere in the JSON form") {
  RuleSet rules;
  rules.squad.max = 0;
  rules.clock.soft_close.window_ms = {-1};
  const std::string json = to_json(lint(rules));
  CHECK_THAT(json,
             Catch::Matchers::StartsWith("[{\"severity\":\"warning\",\"code\":\"budget_missing"));
  CHECK_THAT(json, Catch::Matchers::Contains("\"pointer\":\"/clock/softClose/windowMs\""));
}

TEST_CASE("pretty JSON says the same in lines that fit") {
  CHECK(pretty_json("[]") == "[]\n");
  CHECK(pretty_json("{\"a\":[1,2,{\"b\":null}],\"c\":\"x\"}") ==
        "{\"a\": [1, 2, {\"b\": null}], \"c\": \"x\"}\n");
  CHECK(pretty_json("{\"a\":[1,2],\"c\":\"say \\\"[,]\\\" \"}", 20) ==
        "{\n  \"a\": [1, 2],\n  \"c\": \"say \\\"[,]\\\" \"\n}\n");
  CHECK(pretty_json("[[],{}]", 3) == "[\n  [],\n  {}\n]\n");
  CHECK(pretty_json(" { \"a\" : 1 } ") == "{\"a\": 1}\n");
}
