// What a client may know before anybody signs in, and the contract itself.
//
//   GET /config · /openapi.json · /asyncapi.json
#pragma once

#include "examples/pilot/api/body.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

// `documents` is the folder of the two documents; a missing one is 404.
Routes config_routes(const Settings& settings, const std::string& documents);

}  // namespace pilot
