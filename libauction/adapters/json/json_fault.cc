#include "libauction/adapters/json/json_fault.h"

#include <absl/strings/cord.h>

namespace auction {
namespace {

// The pointer's length in front of the message would be fragile; it has a payload of its own.
constexpr const char* kPointer = "libauction/json-pointer";

}  // namespace

absl::Status to_status(const JsonFault& fault) {
  const std::string where = fault.pointer.empty() ? "" : fault.pointer + ": ";
  absl::Status status = absl::InvalidArgumentError(where + fault.message);
  status.SetPayload(kPointer, absl::Cord(fault.pointer));
  return status;
}

std::optional<JsonFault> json_fault(const absl::Status& status) {
  const auto pointer = status.GetPayload(kPointer);
  if (!pointer) return std::nullopt;
  JsonFault fault{std::string(*pointer), std::string(to_std(status.message()))};
  if (!fault.pointer.empty()) fault.message.erase(0, fault.pointer.size() + 2);
  return fault;
}

}  // namespace auction
