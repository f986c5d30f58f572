#include "libauction/adapters/socketio/name_internal.h"

#include <absl/strings/escaping.h>

namespace auction {

std::string name_from(const Salt& salt) {
  return absl::WebSafeBase64Escape(
      absl::string_view(reinterpret_cast<const char*>(salt.bytes.data()), salt.bytes.size()));
}

}  // namespace auction
