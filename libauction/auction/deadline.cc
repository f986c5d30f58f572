#include "libauction/auction/deadline.h"

namespace auction {

const OpenLot* first_to_end(const State& state) {
  const OpenLot* first = nullptr;
  for (const OpenLot& lot : state.open) {
    if (first == nullptr || lot.ends_at < first->ends_at) first = &lot;
  }
  return first;
}

Instant next_opening(const State& state) {
  const bool counts = state.open.empty() || (!state.queue.empty() && !is_ending(state));
  if (state.openings.empty() || !counts || state.requests_end_at != kNever) return kNever;
  return state.openings.front();
}

Instant next_deadline(const State& state) {
  if (state.status == Status::kWaiting) return state.begins_at;
  if (state.status != Status::kRunning) return kNever;
  const OpenLot* lot = first_to_end(state);
  const Instant lot_end = lot == nullptr ? kNever : lot->ends_at;
  return earlier(lot_end, earlier(state.requests_end_at, next_opening(state)));
}

}  // namespace auction
