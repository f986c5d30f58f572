#include "examples/pilot/api/body.h"

#include "examples/pilot/api/strict_json.h"
#include "tests/catch.h"

namespace pilot {
namespace {

Call with_body(std::string body) {
  Call call;
  call.body = std::move(body);
  return call;
}

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST_CASE("JSON that is refused, and why") {
  CHECK_FALSE(json_fault(R"({"a":1,"b":{"a":2}})"));
  CHECK(json_fault(R"({"a":1,"b":2,"a":3})") == "the key \"a\" comes twice");
  CHECK_FALSE(json_fault(nested(16)));
  CHECK(json_fault(nested(17)) == "is nested deeper than 16");
  CHECK(json_fault("{\"a\":\"\xff\"}") == "is not UTF-8");
  CHECK(json_fault("{\"a\":1} x"));
  CHECK(json_fault("{'a':1}"));
  CHECK(json_fault(""));
  CHECK(json_fault("[1e400]"));
  std::string wide = "{";
  for (int i = 0; i <= 1000; ++i) wide += (i ? ",\"k" : "\"k") + std::to_string(i) + "\":1";
  CHECK(json_fault(wide + "}") == "an object has too many members");
}

TEST_CASE("a body must be an object where one is due, and an empty one is an empty object") {
  CHECK(std::get<Json>(read_object(with_body(""))) == Json::object());
  CHECK(std::get<Answer>(read_object(with_body("[]"))).status == 422);
  CHECK(std::get<Json>(read_array(with_body(R"(["a"])"))).size() == 1);
  const auto refused = std::get<Answer>(read_array(with_body("{}")));
  CHECK(
      refused.body ==
      R"({"detail":"body: must be a JSON array","code":"malformed","errors":[{"pointer":"","message":"must be a JSON array"}]})");
}

struct FieldRow {
  const char* json;
  const char* fault;  // empty: taken
};

TEST_CASE("whole numbers are whole, in range, and no text") {
  const FieldRow rows[] = {
      {R"({"n":5})", ""},
      {R"({"n":4})", "must be 5 or more"},
      {R"({"n":41})", "must be 40 or less"},
      {R"({"n":5.0})", "must be a whole number"},
      {R"({"n":"5"})", "must be a whole number"},
      {R"({"n":true})", "must be a whole number"},
      {R"({"n":1e1})", "must be a whole number"},
      {R"({"n":99999999999999999999})", "must be a whole number"},
      {R"({"n":18446744073709551615})", "must be a whole number"},
      {R"({"n":null})", "is required"},
      {R"({})", "is required"},
  };
  for (const FieldRow& row : rows) {
    INFO(row.json);
    const Json json = Json::parse(row.json);
    Fields fields(json);
    const auto number = fields.integer("n", 5, 40);
    CHECK((fields.faults().empty() ? "" : fields.faults()[0].message) == row.fault);
    if (fields.faults().empty()) CHECK(number == 5);
  }
}

TEST_CASE("text is trimmed, plain, and of the length that was asked for") {
  const FieldRow rows[] = {
      {R"({"t":" Reds "})", ""},
      {R"({"t":"   "})", "must not be empty"},
      {R"({"t":"Red\u0000s"})", "must have no control characters"},
      {R"({"t":"Red\ns"})", "must have no control characters"},
      {R"({"t":"\u202eRed"})", "must have no control characters"},
      {R"({"t":"123456789"})", "must be 8 bytes or less"},
      {R"({"t":7})", "must be text"},
      {R"({})", "is required"},
  };
  for (const FieldRow& row : rows) {
    INFO(row.json);
    const Json json = Json::parse(row.json);
    Fields fields(json);
    const auto text = fields.text("t", 1, 8);
    CHECK((fields.faults().empty() ? "" : fields.faults()[0].message) == row.fault);
    if (fields.faults().empty()) CHECK(text == "Reds");
  }
}

TEST_CASE("a command's id is a UUID in lower case, and not nil") {
  for (const char* text : {"5B0C0000-0000-4000-8000-000000000001",
                           "00000000-0000-0000-0000-000000000000", "", "5b0c"}) {
    const Json json{{"commandId", text}};
    Fields fields(json);
    fields.command_id();
    CHECK(fields.faults().size() == 1);
  }
  const Json json{{"commandId", "5b0c0000-0000-4000-8000-000000000001"}};
  Fields fields(json);
  CHECK(to_text(fields.command_id()) == "5b0c0000-0000-4000-8000-000000000001");
  CHECK(fields.faults().empty());
}

TEST_CASE("all that is wrong is told, the first of it in words") {
  const Answer answer =
      malformed({{"/budget", "must be 1000000 or more"}, {"/name", "is required"}});
  const Json body = Json::parse(answer.body);
  CHECK(answer.status == 422);
  CHECK(body["detail"] == "budget: must be 1000000 or more");
  CHECK(body["code"] == "malformed");
  CHECK(body["errors"][1] == Json{{"pointer", "/name"}, {"message", "is required"}});
}

}  // namespace
}  // namespace pilot
