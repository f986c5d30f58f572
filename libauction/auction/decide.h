// Decide: a command in, events or a rejection out. Nothing else happens.
//
// decide reads no clock and draws no chance: both come with the command. It requires that nothing
// is due at `now` (Tick and Recover apart): call `settle` first. `out` is cleared and filled; keep
// it, so that a bid allocates nothing. At most 8 events, but for Create, Cancel and Reset.
//
//   Events events;
//   if (auto no = decide(state, PlaceBid{lot, {230}}, {manager_at(reds), now}, events)) return *no;
//   apply(state, events, now);
//
// Thread-compatible: any number of threads may decide on one const State.
#pragma once

#include "libauction/auction/state.h"
#include "libauction/bid/rejection.h"

namespace auction {

[[nodiscard]] std::optional<Rejection> decide(const State& state, const Command& command,
                                              const Context& context, Events& out);

// The rooms of decide, by what they are about; `decide` sends each command to its own.
[[nodiscard]] std::optional<Rejection> decide_bid(const State& state, const PlaceBid& bid,
                                                  const Context& context, Events& out);
[[nodiscard]] std::optional<Rejection> decide_tick(const State& state, const Context& context,
                                                   Events& out);

// The instant a command counts as: logical time never runs backwards.
inline Instant effective_now(const State& state, Instant now) { return later(now, state.last_at); }

}  // namespace auction
