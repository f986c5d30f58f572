#include "examples/pilot/api/body.h"

#include <fmt/format.h>

#include "examples/pilot/api/strict_json.h"
#include "libauction/adapters/json/iso_time.h"

namespace pilot {
namespace {

std::variant<Json, Answer> read(const Call& call, bool array) {
  const std::string_view nothing = array ? "[]" : "{}";
  const std::string_view text = call.body.empty() ? nothing : std::string_view(call.body);
  if (const auto wrong = json_fault(text)) return malformed({{"", *wrong}});
  Json value = Json::parse(text);
  if (array && !value.is_array()) return malformed({{"", "must be a JSON array"}});
  if (!array && !value.is_object()) return malformed({{"", "must be a JSON object"}});
  return value;
}

}  // namespace

Answer json_answer(int status, const Json& body) {
  return {.status = status, .body = body.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

Answer error(int status, std::string_view code, std::string_view detail) {
  return json_answer(status, {{"detail", detail}, {"code", code}});
}

Answer malformed(const std::vector<Fault>& faults) {
  Json body{{"detail", "malformed"}, {"code", "malformed"}, {"errors", Json::array()}};
  for (const Fault& fault : faults) {
    body["errors"].push_back({{"pointer", fault.pointer}, {"message", fault.message}});
  }
  if (!faults.empty()) {
    const Fault& first = faults.front();
    const std::string_view place =
        first.pointer.empty() ? "body" : std::string_view(first.pointer).substr(1);
    body["detail"] = fmt::format("{}: {}", place, first.message);
  }
  return json_answer(422, body);
}

std::variant<Json, Answer> read_object(const Call& call) { return read(call, false); }
std::variant<Json, Answer> read_array(const Call& call) { return read(call, true); }

std::string iso(Instant at) { return iso_time(at); }

}  // namespace pilot
