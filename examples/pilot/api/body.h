// Bodies in, answers out: strict reading with faults by pointer, and the one shape of every error.
//
//   const auto body = read_object(call);                    // 422 for what is no JSON object
//   Fields fields(*body);
//   const std::string name = fields.text("name", 1, 80);
//   const std::int64_t budget = fields.integer("budget", 500'000'000, 1'000'000, kMostMoney);
//   if (!fields.faults().empty()) return reply(malformed(fields.faults()));
//
// Refused: JSON deeper than 16, a key that comes twice, text that is not UTF-8, numbers that are no
// integers where integers are due. Unknown fields are passed over, as the contract says.
#pragma once

#include <nlohmann/json.hpp>

#include <variant>

#include "examples/pilot/api/route.h"

namespace pilot {

using Json = nlohmann::ordered_json;

struct Fault {
  std::string pointer;  // "/budget"
  std::string message;  // "must be 1000000 or more"
};

// {"detail":...,"code":...}
Answer error(int status, std::string_view code, std::string_view detail);
Answer malformed(const std::vector<Fault>& faults);  // 422, with "errors"
Answer json_answer(int status, const Json& body);

inline Answer unknown() { return error(404, "not_found", "There is nothing here for you."); }
inline Answer forbidden(std::string_view detail) { return error(403, "forbidden", detail); }

// The body as an object (an empty body is an empty object), or the answer that refuses it.
std::variant<Json, Answer> read_object(const Call& call);
std::variant<Json, Answer> read_array(const Call& call);

// Takes fields one by one and collects what is wrong with them. A field with a default may be
// absent or null.
class Fields {
 public:
  explicit Fields(const Json& object) : object_(&object) {}

  std::string text(std::string_view name, std::size_t least, std::size_t most);  // in bytes; plain
  std::optional<std::string> optional_text(std::string_view name, std::size_t most);
  std::int64_t integer(std::string_view name, std::int64_t least, std::int64_t most);
  std::int64_t integer(std::string_view name, std::int64_t otherwise, std::int64_t least,
                       std::int64_t most);
  bool flag(std::string_view name, bool otherwise);
  CommandId command_id();  // "commandId", a UUID; required
  void fail(std::string_view name, std::string message);

  const std::vector<Fault>& faults() const { return faults_; }

 private:
  const Json* find(std::string_view name) const;

  const Json* object_;
  std::vector<Fault> faults_;
};

std::string iso(Instant at);  // "2025-10-16T18:00:00.000Z"

}  // namespace pilot
