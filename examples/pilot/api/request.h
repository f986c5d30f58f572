// A request's head, as the server read it; and what the few routes that need it find in it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "libauction/base/instant.h"

namespace pilot {

struct RequestHead {
  std::string method;
  std::string path;                            // as it came, without the query
  std::string query;                           // without the question mark
  std::map<std::string, std::string> headers;  // names in lower case; repeated ones with commas
  std::string peer;                            // the address the socket leads to
  auction::Instant at;                         // when it was read

  std::string_view header(std::string_view name) const {
    const auto found = headers.find(std::string(name));
    return found == headers.end() ? std::string_view() : std::string_view(found->second);
  }
};

// "a=1; b=2" -> the value of `name`.
std::optional<std::string> cookie(const RequestHead& head, std::string_view name);

// "Authorization: Bearer eyJ..." -> the token.
std::optional<std::string> bearer(const RequestHead& head);

// Somebody in between says whom it speaks for.
bool is_forwarded(const RequestHead& head);

bool is_safe(std::string_view method);  // GET, HEAD, OPTIONS: changes nothing

}  // namespace pilot
