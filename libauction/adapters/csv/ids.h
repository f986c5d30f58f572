// Ids for what only has a name: the same name always gets the same id, so that the same files make
// the same log, byte for byte.
//
// The first 16 bytes of SHA-256("asset:" + external id) or SHA-256("manager:" + label), with the
// version (8) and variant bits of RFC 9562.
#pragma once

#include <string_view>

#include "libauction/base/id.h"

namespace auction {

AssetId asset_id(std::string_view external_id);
ManagerId manager_id(std::string_view label);

}  // namespace auction
