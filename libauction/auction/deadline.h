// Deadlines: which transition is due next, and when.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// The next instant at which a Tick is due; kNever when nothing will happen by itself. Looks at
// every open lot; `nothing_due` seldom has to.
Instant next_deadline(const State& state);

// What never comes is not due at the end of time either, so that a settled auction stays settled
// whatever instant a host names.
inline bool is_due(Instant deadline, Instant now) { return deadline <= now && deadline != kNever; }

inline bool nothing_due(const State& state, Instant now) {
  return state.alarm.at > now || !is_due(next_deadline(state), now);
}

// The open lot that ends first; of several, the one with the lowest number. Nothing when none is
// open.
const OpenLot* first_to_end(const State& state);

// The next opening, where openings count: not in a request stage, and not while a lot is still open
// and the queue is empty or the end is called.
Instant next_opening(const State& state);

// The instant commissioner's acts reckon with: in a pause, the instant at which the clocks stand.
inline Instant clock_now(const State& state, Instant now) {
  return state.status == Status::kPaused ? state.paused_at : now;
}

}  // namespace auction
