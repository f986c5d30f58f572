// The facts a state keeps only to be quick: what each can be recomputed from, recomputed.
//
// The reader of canonical bytes fills them in, and the invariants compare them after every command.
#pragma once

#include "libauction/auction/state.h"

namespace auction {

// Seats, quota counts, lot slots, quota masks and the alarm, from accounts, open lots, bids and
// rules.
void rebuild_caches(State& state);

}  // namespace auction
