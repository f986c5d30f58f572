// What the decide_* files share: permissions, look-ups and the sentence "no". Not for users.
#pragma once

#include "libauction/auction/deadline.h"
#include "libauction/auction/decide.h"
#include "libauction/auction/limit.h"

namespace auction {

using Answer = std::optional<Rejection>;

inline Rejection no(const State& state, Reason reason, std::int64_t limit = 0) {
  return {reason, limit, state.seq, {}};
}

// Running or paused: the states in which lots are on the block.
inline bool in_play(const State& state) {
  return state.status == Status::kRunning || state.status == Status::kPaused;
}

// Running, paused or waiting: assets and purses may be changed by hand.
inline bool may_adjust(const State& state) {
  return in_play(state) || state.status == Status::kWaiting;
}

inline bool note_fits(const Note& note) { return !note || (*note)->size() <= kMaxNote; }

// Emits the conclusion of an open lot and what it leads to: the next opening, or the wrap-up.
void conclude(const State& state, Event conclusion, const OpenLot& lot, Instant now, Events& out);

// The unsold assets, in the order of their last lot numbers; and those of them that somebody can
// buy now.
std::vector<AssetSlot> unsold_assets(const State& state);
std::vector<AssetSlot> buyable_again(const State& state);

// Another round or request stage may follow by the rules, and there is something to offer in it.
bool another_round(const State& state);

// By the rule of rounds, what stays unsold now comes again.
bool will_reoffer(const State& state);

// The auction begins: as many lots as the rules allow are due to come up.
AuctionBegan begin_now(const State& state);

Answer decide_create(const State& state, const Create& command, const Context& context,
                     Events& out);
Answer decide_draw(const State& state, const DrawOrder& command, const Context& context,
                   Events& out);
Answer decide_recover(const State& state, const Context& context, Events& out);

Answer decide_stage(const State& state, const Open& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const Begin& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const Pause& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const Resume& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const Cancel& command, const Context& context, Events& out);
Answer decide_request(const State& state, const RequestLots& command, const Context& context,
                      Events& out);

Answer decide_lot(const State& state, const Extend& command, const OpenLot& lot, Instant now,
                  Events& out);
Answer decide_lot(const State& state, const CloseNow& command, const OpenLot& lot, Instant now,
                  Events& out);
Answer decide_lot(const State& state, const PassLot& command, const OpenLot& lot, Instant now,
                  Events& out);
Answer decide_lot(const State& state, const Retract& command, const OpenLot& lot, Instant now,
                  Events& out);
Answer decide_assign(const State& state, const Assign& command, Instant now, Events& out);
Answer decide_purse(const State& state, const AdjustPurse& command, Events& out);

Answer decide_stage(const State& state, const End& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const VoidSale& command, const Context& context,
                    Events& out);
Answer decide_stage(const State& state, const Reset& command, const Context& context, Events& out);
Answer decide_stage(const State& state, const Appoint& command, const Context& context,
                    Events& out);
Answer decide_stage(const State& state, const Dismiss& command, const Context& context,
                    Events& out);

// The order of the lots of this set-up, as an event.
LotsOrdered order_lots(const Setup& setup, const Seed& seed);

}  // namespace auction
