// E-mail addresses: one spelling a mailbox.
//
//   normalised_email(" A@Example.COM ") -> "a@example.com"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pilot {

// Nothing: no address that we would write to (local@domain in ASCII, at most 254 bytes).
std::optional<std::string> normalised_email(std::string_view text);

}  // namespace pilot
