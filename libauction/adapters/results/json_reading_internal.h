// Reads values of a tape, and keeps the first fault.
//
// Reading goes on over defaults after a fault, so readers have no error paths: they ask `fault()`
// once, at the end.
#pragma once

#include <absl/status/status.h>

#include <optional>

#include "libauction/adapters/results/json_tape_internal.h"

namespace auction {

class JsonReadings {
 public:
  explicit JsonReadings(const JsonTape& tape) : tape_(tape) {}

  std::string_view text(JsonView value);  // not empty
  bool boolean(JsonView value);
  std::int32_t number(JsonView value, std::int32_t least, std::int32_t most);
  // The same, also as text: rewritten files have "7" for 7.
  std::int32_t number_or_text(JsonView value, std::int32_t least, std::int32_t most);
  bool object(JsonView value);  // false, with a fault, for anything else
  bool list(JsonView value);

  // The member of that name; a fault, and nothing, where there is none.
  std::optional<JsonView> needed(JsonView object, std::string_view name);
  static std::optional<JsonView> member(JsonView object, std::string_view name);

  void fail(JsonView value, std::string_view message);        // as it is
  void fail_wanted(JsonView value, std::string_view wanted);  // "must be ..., not what is there"

  bool failed() const { return !message_.empty(); }
  absl::Status status() const;

 private:
  const JsonTape& tape_;
  std::string message_;
};

}  // namespace auction
