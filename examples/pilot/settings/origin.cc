#include "examples/pilot/settings/origin.h"

#include <algorithm>

#include "examples/pilot/settings/network.h"

namespace pilot {
namespace {

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' ||
         c == '[' || c == ']';
}

}  // namespace

std::optional<Origin> parse_origin(std::string_view text) {
  for (const std::string_view scheme : {"http", "https"}) {
    if (!text.starts_with(scheme)) continue;
    const std::string_view rest = text.substr(scheme.size());
    if (!rest.starts_with("://")) continue;
    const std::string_view host = rest.substr(3);
    if (host.empty() || !std::all_of(host.begin(), host.end(), is_host_character)) break;
    return Origin{scheme, host};
  }
  return std::nullopt;
}

bool is_plain_host(std::string_view host) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    return end != std::string_view::npos && is_address(host.substr(1, end - 1));
  }
  const std::string_view name = host.substr(0, host.find(':'));
  return name == "localhost" || is_address(name);
}

}  // namespace pilot
