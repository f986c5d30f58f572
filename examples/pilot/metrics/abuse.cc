#include "examples/pilot/metrics/abuse.h"

#include "examples/pilot/metrics/journal.h"
#include "examples/pilot/metrics/metrics.h"

namespace pilot {
namespace {

struct Threshold {
  const char* kind;
  std::size_t most;  // a minute
};
constexpr std::array<Threshold, 3> kThresholds{
    {{"requests", 1'000}, {"bids", 100}, {"leagues", 10}}};
constexpr std::size_t kMostAddresses = 100'000;

}  // namespace

void Abuse::count(Kind kind, const std::string& address, auction::Instant now) {
  if (now - minute_ >= auction::seconds(60)) {
    minute_ = now;
    for (auto& counts : counts_) counts.clear();
  }
  auto& counts = counts_[kind];
  if (counts.size() >= kMostAddresses && !counts.contains(address)) return;
  const Threshold& threshold = kThresholds[kind];
  if (++counts[address] != threshold.most + 1) return;
  metrics_->abuse(threshold.kind);
  journal::warn("abuse_threshold_exceeded", {{"kind", threshold.kind}, {"address", address}});
}

}  // namespace pilot
