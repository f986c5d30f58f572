#include "examples/pilot/api/request.h"

#include <algorithm>

namespace pilot {

std::optional<std::string> cookie(const RequestHead& head, std::string_view name) {
  std::string_view rest = head.header("cookie");
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(';'), rest.size());
    std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const std::size_t mark = pair.find('=');
    if (mark != std::string_view::npos && pair.substr(0, mark) == name) {
      return std::string(pair.substr(mark + 1));
    }
  }
  return std::nullopt;
}

std::optional<std::string> bearer(const RequestHead& head) {
  std::string_view value = head.header("authorization");
  constexpr std::string_view kScheme = "bearer ";
  if (value.size() <= kScheme.size()) return std::nullopt;
  const bool is_bearer = std::equal(
      kScheme.begin(), kScheme.end(), value.begin(),
      [](char mine, char theirs) { return mine == (theirs | (mine == ' ' ? 0 : 0x20)); });
  if (!is_bearer) return std::nullopt;
  value.remove_prefix(kScheme.size());
  while (value.starts_with(' ')) value.remove_prefix(1);
  return std::string(value);
}

bool is_forwarded(const RequestHead& head) {
  for (const std::string_view name :
       {"forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"}) {
    if (!head.header(name).empty()) return true;
  }
  return false;
}

bool is_safe(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS";
}

}  // namespace pilot
