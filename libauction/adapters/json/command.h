// Commands as JSON: one object a command, its type, then its fields.
//
//   {"type":"PlaceBid","lotNumber":8,"amount":13000000,"expectedSeq":141,"commandId":"<uuid>"}
//   {"type":"Extend","lotNumber":8,"byMs":10000,"note":"line was down","commandId":"<uuid>"}
//   {"type":"AdjustPurse","manager":1,"delta":-500,"note":null,"commandId":"<uuid>"}
//   {"type":"VoidSale","lotNumber":8,"reoffer":true,"note":"typing error","commandId":"<uuid>"}
//
// Who acts and when is never in it: that comes from the connection. What may be absent may be null
// or missing: amount (the next price), expectedSeq, at, orderCommitment, note, commandId. A bid
// alone has a shorter form and a faster reader: bid.h.
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>

#include "libauction/auction/command.h"

namespace auction {

inline constexpr std::size_t kMaxCommandBytes = 64 * 1024;

struct CommandMessage {
  Command command;
  CommandId id;  // nil: none was given
};

// A host that takes Create, which holds a whole set-up, allows more bytes.
absl::StatusOr<CommandMessage> command_from_json(std::string_view text,
                                                 std::size_t max_bytes = kMaxCommandBytes);
std::string to_json(const CommandMessage& message);

}  // namespace auction
