// What is wrong with a JSON text: where (a JSON pointer, RFC 6901) and what would do.
//
// Every reader of this adapter answers with absl::StatusOr. A refusal is InvalidArgument, its
// message is "/budget: must be 0 to 9007199254740991, not -5", and the two halves are attached for
// those who answer in JSON. The first fault is told, in the order of the text.
//
//   auto rules = rule_set_from_json(text);
//   if (!rules.ok()) if (auto fault = json_fault(rules.status())) show(fault->pointer, ...);
#pragma once

#include <absl/status/status.h>

#include <optional>
#include <string>
#include <string_view>

namespace auction {

struct JsonFault {
  std::string pointer;  // "" is the whole text
  std::string message;  // "must be 0 to 255, not 300"

  bool operator==(const JsonFault&) const = default;
};

absl::Status to_status(const JsonFault& fault);

// The fault in a status of ours; nothing for any other status.
std::optional<JsonFault> json_fault(const absl::Status& status);

// Where absl::string_view is not std::string_view these convert; elsewhere they do nothing.
inline std::string_view to_std(absl::string_view text) { return {text.data(), text.size()}; }
inline absl::string_view to_absl(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace auction
