#include "libauction/adapters/json/value_internal.h"
#include "libauction/base/match.h"

namespace auction {
namespace {

constexpr std::size_t kShown = 40;

// Cut between characters, so that what is shown stays UTF-8.
std::string shown(const std::string& text) {
  if (text.size() <= kShown) return '"' + text + '"';
  std::size_t cut = kShown;
  while ((static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  return '"' + text.substr(0, cut) + "...\"";
}

bool same_members(const JsonObject& a, const JsonObject& b) {
  if (a.size() != b.size()) return false;
  for (const auto& [name, value] : a) {
    const JsonValue* other = member(b, name);
    if (other == nullptr || !(*other == value)) return false;
  }
  return true;
}

}  // namespace

bool JsonValue::operator==(const JsonValue& other) const {
  const auto* object = as<JsonObject>();
  const auto* with = other.as<JsonObject>();
  if (object != nullptr && with != nullptr) return same_members(*object, *with);
  return is == other.is;
}

const JsonValue* member(const JsonObject& object, std::string_view name) {
  for (const auto& [key, value] : object) {
    if (key == name) return &value;
  }
  return nullptr;
}

std::string describe(const JsonValue& value) {
  return match(
      value.is, [](std::nullptr_t) { return std::string("null"); },
      [](bool b) { return std::string(b ? "true" : "false"); },
      [](std::int64_t n) { return std::to_string(n); },
      [](const std::string& text) { return shown(text); },
      [](const JsonArray&) { return std::string("a list"); },
      [](const JsonObject&) { return std::string("an object"); });
}

std::string pointer_token(std::string_view key) {
  std::string token = "/";
  for (const char c : key) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token.push_back(c);
    }
  }
  return token;
}

}  // namespace auction
