// The auction as a machine of the log (machine.h). Alone of the three it has deadlines.
#pragma once

#include "libauction/auction/invariants.h"
#include "libauction/auction/settle.h"
#include "libauction/log/machine.h"

namespace auction {

struct AuctionMachine {
  using State = auction::State;
  using Command = auction::Command;
  using Context = auction::Context;
  using Event = auction::Event;
  using Refusal = Rejection;
  static constexpr StreamKind kKind = StreamKind::kAuction;

  static std::optional<Event> read(ByteReader& in) { return read_event(in); }
  static std::optional<StreamId> begins(const Event& first) {
    const auto* created = std::get_if<AuctionCreated>(&first);
    if (created == nullptr) return std::nullopt;
    return stream_of(created->setup->auction);
  }

  static Context context(const State& state, ActorId actor, Instant now) {
    return {actor.is_nil() ? Actor{} : actor_of(state, actor), now};
  }
  static Context host(Instant now) { return {kHost, now}; }
  static std::optional<Refusal> decide(const State& state, const Command& command,
                                       const Context& context, Events& out) {
    return auction::decide(state, command, context, out);
  }

  static std::string broken(const State& state) { return broken_invariant(state); }
  static Digest digest(const State& state) { return state_digest(state); }
  static std::optional<State> read_state(ByteView bytes) { return auction::read_state(bytes); }
};
static_assert(Machine<AuctionMachine>);

}  // namespace auction
