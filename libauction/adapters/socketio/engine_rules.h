// How an Engine.IO server runs.
#pragma once

#include <cstddef>

#include "libauction/base/instant.h"

namespace auction {

struct EngineRules {
  Millis ping_interval{25'000};              // from one pong to the next ping
  Millis ping_timeout{20'000};               // from a ping to its pong
  Millis upgrade_timeout{10'000};            // from a probing WebSocket to its upgrade
  std::size_t max_payload = 64 * 1024;       // bytes of a body or a frame that comes in
  std::size_t max_queue_bytes = 256 * 1024;  // that wait for one connection, in flight included
  std::size_t max_queue_frames = 512;
  std::size_t max_connections = 20'000;
};

}  // namespace auction
