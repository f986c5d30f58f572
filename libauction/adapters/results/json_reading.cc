#include <charconv>

#include "libauction/adapters/results/json_reading_internal.h"

namespace auction {
namespace {

constexpr std::size_t kShown = 40;

// Cut between characters, so that what is shown stays UTF-8.
std::string shown(std::string_view text) {
  if (text.size() <= kShown) return '"' + std::string(text) + '"';
  std::size_t cut = kShown;
  while ((static_cast<unsigned char>(text[cut]) & 0xc0) == 0x80) --cut;
  return '"' + std::string(text.substr(0, cut)) + "...\"";
}

std::string describe(JsonView value) {
  switch (value.kind()) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBool:
      return value.number() != 0 ? "true" : "false";
    case JsonKind::kInteger:
      return std::to_string(value.number());
    case JsonKind::kDecimal:
      return std::string(value.text().substr(0, kShown));
    case JsonKind::kText:
      return shown(value.text());
    case JsonKind::kList:
      return "a list";
    case JsonKind::kObject:
      return "an object";
  }
  return "";
}

}  // namespace

std::string_view JsonReadings::text(JsonView value) {
  if (value.is(JsonKind::kText) && !value.text().empty()) return value.text();
  fail_wanted(value, "a text");
  return "";
}

bool JsonReadings::boolean(JsonView value) {
  if (!value.is(JsonKind::kBool)) fail_wanted(value, "true or false");
  return value.number() != 0;
}

std::int32_t JsonReadings::number(JsonView value, std::int32_t least, std::int32_t most) {
  if (value.is(JsonKind::kInteger) && value.number() >= least && value.number() <= most) {
    return static_cast<std::int32_t>(value.number());
  }
  fail_wanted(value, std::to_string(least) + " to " + std::to_string(most));
  return least;
}

std::int32_t JsonReadings::number_or_text(JsonView value, std::int32_t least, std::int32_t most) {
  if (!value.is(JsonKind::kText)) return number(value, least, most);
  std::int32_t result = 0;
  const std::string_view text = value.text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), result);
  if (error == std::errc() && end == text.data() + text.size() && result >= least &&
      result <= most) {
    return result;
  }
  fail_wanted(value, std::to_string(least) + " to " + std::to_string(most));
  return least;
}

bool JsonReadings::object(JsonView value) {
  if (!value.is(JsonKind::kObject)) fail_wanted(value, "an object");
  return value.is(JsonKind::kObject);
}

bool JsonReadings::list(JsonView value) {
  if (!value.is(JsonKind::kList)) fail_wanted(value, "a list");
  return value.is(JsonKind::kList);
}

std::optional<JsonView> JsonReadings::needed(JsonView object, std::string_view name) {
  std::optional<JsonView> found = member(object, name);
  if (!found) fail(object, "must have \"" + std::string(name) + "\"");
  return found;
}

std::optional<JsonView> JsonReadings::member(JsonView object, std::string_view name) {
  if (!object.is(JsonKind::kObject)) return std::nullopt;
  for (const JsonView child : object.children()) {
    if (child.key() == name) return child;
  }
  return std::nullopt;
}

void JsonReadings::fail(JsonView value, std::string_view message) {
  if (failed()) return;
  const std::string pointer = tape_.pointer(value.place());
  message_ = (pointer.empty() ? "the text" : pointer) + ": " + std::string(message);
}

void JsonReadings::fail_wanted(JsonView value, std::string_view wanted) {
  if (!failed()) fail(value, "must be " + std::string(wanted) + ", not " + describe(value));
}

absl::Status JsonReadings::status() const {
  return failed() ? absl::InvalidArgumentError(message_) : absl::OkStatus();
}

}  // namespace auction
