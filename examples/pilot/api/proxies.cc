#include <algorithm>

#include "examples/pilot/api/porter.h"

namespace pilot {

std::optional<std::string_view> api_path(std::string_view path) {
  if (path == "/healthz" || path == "/readyz") return path;  // for probes that know no prefix
  if (!path.starts_with("/api")) return std::nullopt;
  const std::string_view rest = path.substr(4);
  if (!rest.empty() && rest.front() != '/') return std::nullopt;
  return rest.empty() ? "/" : rest;
}

std::string client_address(const RequestHead& head, const std::vector<Network>& trusted) {
  const auto is_trusted = [&](std::string_view address) {
    return std::any_of(trusted.begin(), trusted.end(),
                       [&](const Network& network) { return network.has(address); });
  };
  std::string client = plain_address(head.peer).value_or(head.peer);
  std::string_view rest = head.header("x-forwarded-for");
  while (is_trusted(client) && !rest.empty()) {
    const std::size_t comma = rest.rfind(',');
    std::string_view last = comma == std::string_view::npos ? rest : rest.substr(comma + 1);
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(0, comma);
    while (last.starts_with(' ')) last.remove_prefix(1);
    while (last.ends_with(' ')) last.remove_suffix(1);
    const auto address = plain_address(last);
    if (!address) break;
    client = *address;
  }
  return client;
}

}  // namespace pilot
