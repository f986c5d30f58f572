#include <absl/strings/escaping.h>

#include "libauction/adapters/json/base64_internal.h"
#include "libauction/adapters/json/json_fault.h"

namespace auction {

std::string to_base64(ByteView bytes) {
  return absl::Base64Escape(
      absl::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

bool parse_base64(std::string_view text, Bytes& out) {
  std::string bytes;
  if (!absl::Base64Unescape(to_absl(text), &bytes)) return false;
  out.assign(bytes.begin(), bytes.end());
  // Abseil also takes blanks, a missing padding and idle bits: only the one true text will do.
  return to_base64(out) == text;
}

}  // namespace auction
