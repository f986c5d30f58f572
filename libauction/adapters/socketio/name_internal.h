// A name that nobody can guess, for connections and sockets.
#pragma once

#include <string>

#include "libauction/log/salt.h"

namespace auction {

std::string name_from(const Salt& salt);  // 22 characters of base64url

}  // namespace auction
