// A JSON value as our readers see it: whole numbers only, members in the order of the text.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace auction {

struct JsonValue;
using JsonArray = std::vector<JsonValue>;
using JsonObject = std::vector<std::pair<std::string, JsonValue>>;  // each key once

struct JsonValue {
  std::variant<std::nullptr_t, bool, std::int64_t, std::string, JsonArray, JsonObject> is = nullptr;

  template <class T>
  const T* as() const {
    return std::get_if<T>(&is);
  }
  bool is_null() const { return std::holds_alternative<std::nullptr_t>(is); }
  bool operator==(const JsonValue& other) const;
};

// The member of that name, or nothing.
const JsonValue* member(const JsonObject& object, std::string_view name);

// "null", "300", "\"abc\"", "a list": what stands there, for messages.
std::string describe(const JsonValue& value);

// One reference token of a JSON pointer: "/a~1b" for a/b.
std::string pointer_token(std::string_view key);

}  // namespace auction
