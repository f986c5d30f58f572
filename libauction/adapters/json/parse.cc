#include <nlohmann/json.hpp>

#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/parse_internal.h"
#include "libauction/base/money.h"

namespace auction {
namespace {

// Bounds the search for a key's twin.
constexpr std::size_t kMaxMembers = 256;

// What nlohmann/json says about a text, without its prefix and in printable characters.
std::string reason_of(const std::string& what) {
  const std::size_t dash = what.find(" - ");
  std::string reason = dash == std::string::npos ? what : what.substr(dash + 3);
  for (char& c : reason) {
    if (c < ' ' || c > '~') c = '?';
  }
  return reason;
}

// Builds the value while nlohmann/json reads the text, and stops at the first fault. The open lists
// and objects form a stack; a container's last child is the one that is open or was read last.
class Builder {
 public:
  explicit Builder(const JsonLimits& limits) : limits_(limits) {}

  bool null() { return put(nullptr); }
  bool boolean(bool value) { return put(value); }
  bool number_integer(std::int64_t value) {
    put(value);
    return value >= -kMaxMoney.units || fail(not_in_range(std::to_string(value)));
  }
  bool number_unsigned(std::uint64_t value) {
    put(static_cast<std::int64_t>(value));
    const bool fits = value <= static_cast<std::uint64_t>(kMaxMoney.units);
    return fits || fail(not_in_range(std::to_string(value)));
  }
  bool number_float(double, const std::string& text) {
    put(nullptr);
    const bool fraction = text.find_first_of(".eE") != std::string::npos;
    return fail(fraction ? "must be an integer, not " + text.substr(0, 40)
                         : not_in_range(text.substr(0, 40)));
  }
  bool string(std::string& value) { return put(std::move(value)); }
  bool binary(std::vector<std::uint8_t>&) { return fail("must be text"); }

  bool start_object(std::size_t) { return open(JsonObject{}); }
  bool end_object() { return close(); }
  bool start_array(std::size_t) { return open(JsonArray{}); }
  bool end_array() { return close(); }

  bool key(std::string& name) {
    auto& object = std::get<JsonObject>(open_.back()->is);
    const bool twice = member(object, name) != nullptr;
    object.emplace_back(std::move(name), JsonValue{});
    if (object.size() > kMaxMembers) {
      return fail("is one member too many: an object has " + std::to_string(kMaxMembers) +
                  " at most");
    }
    return !twice || fail("appears twice");
  }

  bool parse_error(std::size_t position, const std::string& token,
                   const nlohmann::detail::exception& error) {
    constexpr int kNumberOverflow = 406;
    if (error.id == kNumberOverflow) return fail("must be an integer, not " + token.substr(0, 40));
    return fail("is no JSON at byte " + std::to_string(position) + ": " + reason_of(error.what()));
  }

  absl::StatusOr<JsonValue> take(bool whole) && {
    if (!whole) return to_status(fault_);
    return std::move(root_);
  }

 private:
  static std::string not_in_range(const std::string& number) {
    const std::string most = std::to_string(kMaxMoney.units);
    return "must be -" + most + " to " + most + ", not " + number;
  }

  // The place of the value that comes now.
  JsonValue& next() {
    if (open_.empty()) return root_;
    if (auto* array = std::get_if<JsonArray>(&open_.back()->is)) return array->emplace_back();
    return std::get<JsonObject>(open_.back()->is).back().second;
  }

  template <class T>
  bool put(T value) {
    next().is = std::move(value);
    return true;
  }

  template <class Container>
  bool open(Container container) {
    JsonValue& place = next();
    place.is = std::move(container);
    if (open_.size() == limits_.depth) {
      return fail("is nested deeper than " + std::to_string(limits_.depth));
    }
    open_.push_back(&place);
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  bool fail(std::string message) {
    fault_ = {pointer(), std::move(message)};
    return false;
  }

  std::string pointer() const {
    std::string pointer;
    for (const JsonValue* container : open_) {
      if (const auto* array = container->as<JsonArray>()) {
        if (!array->empty()) pointer += '/' + std::to_string(array->size() - 1);
      } else if (const auto& object = *container->as<JsonObject>(); !object.empty()) {
        pointer += pointer_token(object.back().first);
      }
    }
    return pointer;
  }

  const JsonLimits& limits_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
  JsonFault fault_;
};

}  // namespace

absl::StatusOr<JsonValue> parse_json(std::string_view text, const JsonLimits& limits) {
  if (text.size() > limits.bytes) {
    return to_status({"", "must be " + std::to_string(limits.bytes) + " bytes at most, not " +
                              std::to_string(text.size())});
  }
  // nlohmann/json skips a byte order mark and takes a NUL byte for the end of the text.
  if (text.substr(0, 3) == "\xef\xbb\xbf") {
    return to_status({"", "begins with a byte order mark; plain UTF-8 has none"});
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return to_status({"", "is no JSON at byte " + std::to_string(nul + 1) + ": a NUL byte"});
  }
  Builder builder(limits);
  const bool whole = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return std::move(builder).take(whole);
}

}  // namespace auction
