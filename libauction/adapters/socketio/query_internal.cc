#include "libauction/adapters/socketio/query_internal.h"

namespace auction {

EngineQuery parse_query(std::string_view query) {
  EngineQuery found;
  while (!query.empty()) {
    const std::size_t end = query.find('&');
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(end == std::string_view::npos ? query.size() : end + 1);
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view name = pair.substr(0, equals);
    std::string_view* place = name == "EIO"         ? &found.version
                              : name == "transport" ? &found.transport
                              : name == "sid"       ? &found.sid
                                                    : nullptr;
    if (place != nullptr && place->empty()) *place = pair.substr(equals + 1);
  }
  return found;
}

}  // namespace auction
