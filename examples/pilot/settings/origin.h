// Origins: "https://auction.example.com", scheme and host and perhaps a port; nothing after it.
#pragma once

#include <optional>
#include <string_view>

namespace pilot {

struct Origin {
  std::string_view scheme;  // "http" or "https"
  std::string_view host;    // "localhost:3000"
};

// Nothing: no origin, or one with a path, a trailing slash, upper case or a user.
std::optional<Origin> parse_origin(std::string_view text);

// Whether a host is named by number or is this machine: "127.0.0.1:8001", "[::1]:8001",
// "localhost:8001". No stranger's name server can make a browser believe in such a name.
bool is_plain_host(std::string_view host);

}  // namespace pilot
