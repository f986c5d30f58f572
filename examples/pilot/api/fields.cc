#include <fmt/format.h>

#include "examples/pilot/api/body.h"
#include "libauction/base/utf8.h"

namespace pilot {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::optional<std::int64_t> whole_number(const Json& value) {
  if (value.is_number_unsigned()) {
    const auto number = value.get<std::uint64_t>();
    if (number > INT64_MAX) return std::nullopt;
    return static_cast<std::int64_t>(number);
  }
  if (value.is_number_integer()) return value.get<std::int64_t>();
  return std::nullopt;
}

}  // namespace

const Json* Fields::find(std::string_view name) const {
  const auto found = object_->find(name);
  return found == object_->end() || found->is_null() ? nullptr : &*found;
}

void Fields::fail(std::string_view name, std::string message) {
  faults_.push_back({fmt::format("/{}", name), std::move(message)});
}

std::string Fields::text(std::string_view name, std::size_t least, std::size_t most) {
  const Json* value = find(name);
  if (value == nullptr) {
    if (least > 0) fail(name, "is required");
    return {};
  }
  if (!value->is_string()) {
    fail(name, "must be text");
    return {};
  }
  const std::string text(trimmed(value->get_ref<const std::string&>()));
  if (!is_plain(text)) {
    fail(name, "must have no control characters");
  } else if (text.size() < least) {
    fail(name, least == 1 ? "must not be empty" : fmt::format("must be {} bytes or more", least));
  } else if (text.size() > most) {
    fail(name, fmt::format("must be {} bytes or less", most));
  }
  return text;
}

std::optional<std::string> Fields::optional_text(std::string_view name, std::size_t most) {
  if (find(name) == nullptr) return std::nullopt;
  return text(name, 0, most);
}

std::int64_t Fields::integer(std::string_view name, std::int64_t least, std::int64_t most) {
  if (find(name) == nullptr) {
    fail(name, "is required");
    return least;
  }
  return integer(name, least, least, most);
}

std::int64_t Fields::integer(std::string_view name, std::int64_t otherwise, std::int64_t least,
                             std::int64_t most) {
  const Json* value = find(name);
  if (value == nullptr) return otherwise;
  const auto number = whole_number(*value);
  if (!number) {
    fail(name, "must be a whole number");
  } else if (*number < least) {
    fail(name, fmt::format("must be {} or more", least));
  } else if (*number > most) {
    fail(name, fmt::format("must be {} or less", most));
  } else {
    return *number;
  }
  return otherwise;
}

bool Fields::flag(std::string_view name, bool otherwise) {
  const Json* value = find(name);
  if (value == nullptr) return otherwise;
  if (!value->is_boolean()) {
    fail(name, "must be true or false");
    return otherwise;
  }
  return value->get<bool>();
}

CommandId Fields::command_id() {
  const Json* value = find("commandId");
  if (value == nullptr) {
    fail("commandId", "is required");
    return {};
  }
  const auto id = value->is_string() ? parse_id<CommandTag>(value->get_ref<const std::string&>())
                                     : std::nullopt;
  if (!id || id->is_nil()) {
    fail("commandId", "must be a UUID in lower case");
    return {};
  }
  return *id;
}

}  // namespace pilot
