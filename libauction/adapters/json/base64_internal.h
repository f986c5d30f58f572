// Base64 of RFC 4648, section 4, padded. One byte string has one text.
#pragma once

#include <string>
#include <string_view>

#include "libauction/base/bytes.h"

namespace auction {

std::string to_base64(ByteView bytes);
bool parse_base64(std::string_view text, Bytes& out);

}  // namespace auction
