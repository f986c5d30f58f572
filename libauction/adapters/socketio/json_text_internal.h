// The little that Socket.IO reads and writes of JSON itself. Faults name the field and the limit.
#pragma once

#include <absl/status/status.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace auction {

enum class JsonShape {
  kObject,
  kArray,
  kEvent,  // an array that begins with a name which is not Socket.IO's own
};

absl::Status check_json(std::string_view text, JsonShape shape, std::size_t max_depth);

// Whether each placeholder is that of an attachment. `text` has been checked.
absl::Status check_placeholders(std::string_view text, std::size_t attachments);

std::string quoted(std::string_view text);      // a JSON string; bytes that are no UTF-8 replaced
std::string unquoted(std::string_view string);  // a JSON string's text; it has been checked

// What the auth of a CONNECT, a checked object, says of recovery; texts of other kinds are "".
struct RecoveryWords {
  bool asked = false;
  std::string pid;
  std::string offset;
};

RecoveryWords recovery_words(std::string_view auth);

}  // namespace auction
