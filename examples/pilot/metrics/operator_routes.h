// What operators and their machines ask: is it alive, can it commit, how much of what.
//
//   GET /healthz   anyone: the process answers
//   GET /readyz    anyone: 200 or 503; the details only to operators
//   GET /metrics   operators; 404 with ENABLE_METRICS=false
//
// An operator shows METRICS_TOKEN, or asks from this machine with nobody in between. In development
// everybody may read the metrics.
#pragma once

#include <functional>

#include "examples/pilot/api/body.h"
#include "examples/pilot/metrics/metrics.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

struct Readiness {
  bool ready = false;
  Millis last_commit;
  std::size_t sockets = 0;
  std::size_t auctions_running = 0;
  std::vector<std::string> warnings;
};

bool is_operator(const Call& call, const Settings& settings);

Routes operator_routes(const Settings& settings, const Metrics& metrics,
                       std::function<Readiness()> readiness);

}  // namespace pilot
