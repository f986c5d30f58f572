// The season as a machine of the log (machine.h).
//
// A season does not know who may correct it: that stands in its league. So nobody has rights by id
// alone; the host finds them out and says so.
//
//   book.act_with(SetResult{...}, as_commissioner(now), actor)
#pragma once

#include "libauction/log/machine.h"
#include "libauction/season/apply.h"
#include "libauction/season/decide.h"

namespace auction {

struct SeasonMachine {
  using State = Season;
  using Command = SeasonCommand;
  using Context = auction::Context;
  using Event = SeasonEvent;
  using Refusal = SeasonRefusals;
  static constexpr StreamKind kKind = StreamKind::kSeason;

  static std::optional<Event> read(ByteReader& in) { return read_season_event(in); }
  static std::optional<StreamId> begins(const Event& first) {
    const auto* created = std::get_if<SeasonCreated>(&first);
    if (created == nullptr) return std::nullopt;
    return stream_of(created->setup->season);
  }

  static Context context(const State&, ActorId, Instant now) { return {Actor{}, now}; }
  static Context host(Instant now) { return {kHost, now}; }
  static std::optional<Refusal> decide(const State& season, const Command& command,
                                       const Context& context, SeasonEvents& out) {
    SeasonRefusals refusals = auction::decide(season, command, context, out);
    if (refusals.empty()) return std::nullopt;
    return refusals;
  }

  static std::string broken(const State& season) { return broken_invariant(season); }
  static Digest digest(const State& season) { return content_digest(season); }
  static std::optional<State> read_state(ByteView bytes) { return read_season(bytes); }
};
static_assert(Machine<SeasonMachine>);

constexpr Context as_commissioner(Instant now) { return {{kNoManager, true, false}, now}; }

}  // namespace auction
