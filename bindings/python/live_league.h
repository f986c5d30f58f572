// A league as a Python object holds it: a state, its time, and where its events are kept.
#pragma once

#include "bindings/python/bind.h"
#include "bindings/python/keeping.h"

namespace auction::python {

class LiveLeague {
 public:
  LiveLeague(const CreateLeague& command, std::uint64_t seed, Instant at,
             std::shared_ptr<OpenStore> store);
  LiveLeague(League state, KeepingOf<LeagueMachine> keeping);

  // Decides, keeps, applies; None, or the LeagueRefusal. The nil id is the host.
  py::object act(const LeagueCommand& command, ActorId actor, Instant at);

  ActorId member_of(py::handle value) const;  // a label or an id
  ActorId commissioner() const;
  ActorId leader(py::handle actor) const;  // None: the commissioner
  Instant time_of(py::handle at) const;    // None: now

  const League& state() const { return league_; }
  KeepingOf<LeagueMachine>& keeping() { return keeping_; }

 private:
  std::optional<LeagueRefusal> decide(const LeagueCommand& command, ActorId actor, Instant at);

  League league_;
  Instant now_;
  KeepingOf<LeagueMachine> keeping_;
};

LeagueSettings settings_of(py::handle value);  // of auction.leagues.LeagueSettings

using LeagueClass = py::class_<LiveLeague>;
void bind_members(LeagueClass& c);  // who is in it, and how somebody gets in
void bind_choices(LeagueClass& c);  // what is played, by whom and by which rules

}  // namespace auction::python
