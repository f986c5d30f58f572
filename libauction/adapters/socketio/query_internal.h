// The query string of a request, as far as Engine.IO reads it.
#pragma once

#include <string_view>

namespace auction {

struct EngineQuery {
  std::string_view version;  // EIO
  std::string_view transport;
  std::string_view sid;
};

// The first value of each name; our own names need no percent-decoding.
EngineQuery parse_query(std::string_view query);

}  // namespace auction
