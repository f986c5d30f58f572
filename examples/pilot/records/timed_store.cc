#include "examples/pilot/records/timed_store.h"

#include <chrono>

namespace pilot {

CommitAnswer TimedStore::commit(std::span<const StreamBatch> batch) {
  using std::chrono::steady_clock;
  const auto begun = steady_clock::now();
  CommitAnswer answer = store_.commit(batch);
  const auto took = steady_clock::now() - begun;
  last_ms_ = std::chrono::duration_cast<std::chrono::milliseconds>(took).count();
  failures_ += std::holds_alternative<StorageFailure>(answer);
  return answer;
}

}  // namespace pilot
