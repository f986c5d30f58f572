#include <absl/strings/str_cat.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

using nlohmann::json;

// Socket.IO's clients raise these themselves; a stranger who could send them would be believed.
constexpr std::array<std::string_view, 6> kReserved{
    "connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"};

// Reads without building anything, and remembers only what stands on top.
class ShapeReader {
 public:
  explicit ShapeReader(std::size_t max_depth) : max_depth_(max_depth) {}

  bool null() { return value(); }
  bool boolean(bool) { return value(); }
  bool number_integer(json::number_integer_t) { return value(); }
  bool number_unsigned(json::number_unsigned_t) { return value(); }
  bool number_float(json::number_float_t, const json::string_t&) { return value(); }
  bool binary(json::binary_t&) { return value(); }
  bool key(json::string_t&) { return true; }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool start_object(std::size_t) { return enter(false); }
  bool start_array(std::size_t) { return enter(true); }
  bool string(json::string_t& text) {
    if (depth_ == 1 && values_ == 0) {
      name_ = text;
      named_ = true;
    }
    return value();
  }
  bool parse_error(std::size_t at, const std::string&, const json::exception&) {
    at_ = at;
    return false;
  }

  absl::Status fault() const {
    if (too_deep_) {
      return absl::InvalidArgumentError(absl::StrCat("data: nested at most ", max_depth_, " deep"));
    }
    return absl::InvalidArgumentError(absl::StrCat("data: no JSON at byte ", at_));
  }
  bool array() const { return array_; }
  bool object() const { return object_; }
  const std::string* name() const { return array_ && named_ ? &name_ : nullptr; }

 private:
  bool value() {
    if (depth_ == 1) ++values_;
    return true;
  }
  bool enter(bool array) {
    if (depth_ == 0) (array ? array_ : object_) = true;
    value();
    too_deep_ = ++depth_ > max_depth_;
    return !too_deep_;
  }
  bool leave() {
    --depth_;
    return true;
  }

  std::size_t max_depth_, depth_ = 0, values_ = 0, at_ = 0;
  bool array_ = false, object_ = false, named_ = false, too_deep_ = false;
  std::string name_;
};

bool fits(const json& value, std::size_t attachments) {
  if (value.is_object()) {
    const auto mark = value.find("_placeholder");
    if (mark != value.end() && *mark == true) {
      const auto num = value.find("num");
      return num != value.end() && num->is_number_unsigned() && *num < attachments;
    }
  }
  return std::ranges::all_of(
      value, [&](const json& item) { return !item.is_structured() || fits(item, attachments); });
}

}  // namespace

absl::Status check_json(std::string_view text, JsonShape shape, std::size_t max_depth) {
  // To the parser a NUL is the end, whatever follows.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
    return absl::InvalidArgumentError(absl::StrCat("data: no JSON at byte ", nul + 1));
  }
  ShapeReader reader(max_depth);
  if (!json::sax_parse(text.begin(), text.end(), &reader)) return reader.fault();
  if (shape == JsonShape::kObject) {
    return reader.object() ? absl::OkStatus()
                           : absl::InvalidArgumentError("data: must be an object");
  }
  if (!reader.array()) return absl::InvalidArgumentError("data: must be an array");
  if (shape == JsonShape::kArray) return absl::OkStatus();
  const std::string* name = reader.name();
  if (name == nullptr) {
    return absl::InvalidArgumentError("data: must begin with the event's name");
  }
  if (std::ranges::find(kReserved, *name) != kReserved.end()) {
    return absl::InvalidArgumentError(absl::StrCat("data: the event ", *name, " is reserved"));
  }
  return absl::OkStatus();
}

absl::Status check_placeholders(std::string_view text, std::size_t attachments) {
  if (fits(json::parse(text), attachments)) return absl::OkStatus();
  return absl::InvalidArgumentError(
      absl::StrCat("data: a placeholder's num must be below ", attachments));
}

std::string quoted(std::string_view text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string unquoted(std::string_view string) { return json::parse(string).get<std::string>(); }

RecoveryWords recovery_words(std::string_view auth) {
  const json object = json::parse(auth);
  const auto text = [&](const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto asked = object.find("recovery");
  return {asked != object.end() && *asked == true, text("pid"), text("offset")};
}

}  // namespace auction
