// The strict front: text in, value or first fault out. Everything that comes from outside passes
// here or through a fast path that accepts a subset of the same texts.
//
// Refused: anything RFC 8259 refuses, and a byte order mark, a NUL byte, a key that appears twice,
// nesting deeper than the limit, a number that is not an integer within +-(2^53-1), an object of
// more than 256 members, more bytes than the limit.
#pragma once

#include <absl/status/statusor.h>

#include <string_view>

#include "libauction/adapters/json/value_internal.h"

namespace auction {

struct JsonLimits {
  std::size_t bytes = 64 * 1024;
  std::size_t depth = 16;
};

inline constexpr std::size_t kMaxSetupBytes = 64 * 1024 * 1024;

absl::StatusOr<JsonValue> parse_json(std::string_view text, const JsonLimits& limits = {});

}  // namespace auction
