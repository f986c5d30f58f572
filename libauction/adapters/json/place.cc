#include "libauction/adapters/json/place_internal.h"
#include "libauction/base/hex.h"

namespace auction {

const JsonObject* JsonPlace::object() const {
  const auto* found = value_.as<JsonObject>();
  if (found == nullptr) fail_wanted("an object");
  return found;
}

const JsonArray* JsonPlace::array() const {
  const auto* found = value_.as<JsonArray>();
  if (found == nullptr) fail_wanted("a list");
  return found;
}

bool JsonPlace::boolean() const {
  const auto* found = value_.as<bool>();
  if (found == nullptr) fail_wanted("true or false");
  return found != nullptr && *found;
}

std::int64_t JsonPlace::integer(std::int64_t least, std::int64_t most) const {
  const auto* found = value_.as<std::int64_t>();
  if (found != nullptr && *found >= least && *found <= most) return *found;
  fail_wanted(std::to_string(least) + " to " + std::to_string(most));
  return least;
}

const std::string& JsonPlace::text() const {
  static const std::string kNone;
  const auto* found = value_.as<std::string>();
  if (found == nullptr) fail_wanted("text");
  return found != nullptr ? *found : kNone;
}

void JsonPlace::fail(std::string message) const {
  if (!reading_.fault) reading_.fault = JsonFault{pointer(), std::move(message)};
}

void JsonPlace::fail_wanted(const std::string& wanted) const {
  if (!reading_.fault) fail("must be " + wanted + ", not " + describe(value_));
}

std::string JsonPlace::pointer() const {
  if (parent_ == nullptr) return "";
  return parent_->pointer() + (index_ ? '/' + std::to_string(*index_) : pointer_token(key_));
}

std::string one_of(std::span<const std::string_view> words) {
  std::string all;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) all += i + 1 == words.size() ? " or " : ", ";
    all += words[i];
  }
  return all;
}

void read_hex(const JsonPlace& place, std::span<std::uint8_t> out) {
  std::vector<std::uint8_t> bytes;
  const std::string& text = place.text();
  if (text.size() == 2 * out.size() && parse_hex(text, bytes)) {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = bytes[i];
  } else {
    place.fail_wanted(std::to_string(2 * out.size()) + " lower-case hexadecimal digits");
  }
}

}  // namespace auction
