// The league as a machine of the log (machine.h). Who may do what stands in its own state.
#pragma once

#include "libauction/league/apply.h"
#include "libauction/league/decide.h"
#include "libauction/log/machine.h"

namespace auction {

struct LeagueMachine {
  using State = League;
  using Command = LeagueCommand;
  using Context = LeagueContext;
  using Event = LeagueEvent;
  using Refusal = LeagueRefusal;
  static constexpr StreamKind kKind = StreamKind::kLeague;

  static std::optional<Event> read(ByteReader& in) { return read_league_event(in); }
  static std::optional<StreamId> begins(const Event& first) {
    const auto* created = std::get_if<LeagueCreated>(&first);
    if (created == nullptr) return std::nullopt;
    return stream_of(created->league);
  }

  static Context context(const State&, ActorId actor, Instant now) { return {actor, false, now}; }
  static Context host(Instant now) { return {{}, true, now}; }
  static std::optional<Refusal> decide(const State& league, const Command& command,
                                       const Context& context, LeagueEvents& out) {
    return auction::decide(league, command, context, out);
  }

  static std::string broken(const State& league) { return broken_invariant(league); }
  static Digest digest(const State& league) { return content_digest(league); }
  static std::optional<State> read_state(ByteView bytes) { return read_league(bytes); }
};
static_assert(Machine<LeagueMachine>);

}  // namespace auction
