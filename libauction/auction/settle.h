// Settle: every transition that is due by now, one Tick each, decided and applied.
//
// A host keeps one alarm at next_deadline(state) and settles before every command but Recover.
// `sink` sees each Tick's events before they are applied (a room appends them to its log).
#pragma once

#include "libauction/auction/apply.h"
#include "libauction/auction/deadline.h"
#include "libauction/auction/decide.h"

namespace auction {

template <class Sink>
void settle(State& state, Instant now, Events& scratch, Sink&& sink) {
  now = effective_now(state, now);
  while (is_due(state.alarm.at, now)) {
    state.alarm.at = next_deadline(state);
    if (!is_due(state.alarm.at, now)) return;
    const auto refused = decide_tick(state, {kHost, now}, scratch);
    AUCTION_CHECK(!refused && !scratch.empty(), "a due Tick does something");
    sink(std::span<const Event>(scratch));
    apply(state, scratch, now);
  }
}

inline void settle(State& state, Instant now, Events& scratch) {
  settle(state, now, scratch, [](std::span<const Event>) {});
}

}  // namespace auction
