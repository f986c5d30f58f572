// A name that nobody can guess, for connections and sockets.
#pragma once

#include <string>

#include "libauction/log/salt.h"

namespace auction {

inline constexpr std::size_t kNameSize = 22;
std::string name_from(const Salt& salt);  // kNameSize characters of base64url

}  // namespace auction
