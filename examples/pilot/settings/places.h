// Where the program's own files are: beside it when it is installed (../share/pilot), in the source
// tree otherwise.
#pragma once

#include <string>

#include "examples/pilot/settings/settings.h"

namespace pilot {

struct Places {
  std::string data;       // clubs and players
  std::string documents;  // openapi.json, asyncapi.json
  std::string web;        // the client; empty: none is served
};

Places find_places(const Settings& settings);

}  // namespace pilot
