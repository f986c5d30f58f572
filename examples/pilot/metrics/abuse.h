// Abuse: addresses that do in a minute what no living room does. Counted and logged, not stopped:
// the limits stop; this tells the operator.
//
//   abuse.count(Abuse::kBids, address, now);   // the 101st in a minute is told, once a minute
#pragma once

#include <array>
#include <string>
#include <unordered_map>

#include "libauction/base/instant.h"

namespace pilot {

class Metrics;

class Abuse {
 public:
  enum Kind : std::size_t { kRequests, kBids, kLeagues };

  explicit Abuse(Metrics& metrics) : metrics_(&metrics) {}
  void count(Kind kind, const std::string& address, auction::Instant now);

 private:
  Metrics* metrics_;
  auction::Instant minute_;
  std::array<std::unordered_map<std::string, std::size_t>, 3> counts_;
};

}  // namespace pilot
