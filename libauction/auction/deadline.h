// Deadlines: which transition is due next, and when.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// Recomputed from the state; equals the cached `due_at`.
Instant deadline_of(const State& state);

// The open lot that ends first; of several, the one with the lowest number. Nothing when none is
// open.
const OpenLot* first_to_end(const State& state);

// The next opening, where openings count: not in a request stage, and not while the queue is empty
// and a lot is still open.
Instant next_opening(const State& state);

// The instant commissioner's acts reckon with: in a pause, the instant at which the clocks stand.
inline Instant clock_now(const State& state, Instant now) {
  return state.status == Status::kPaused ? state.paused_at : now;
}

}  // namespace auction
