// Leagues: the shelf of every league, folded from its stream, and the one way to change one.
//
// All leagues are in memory; a command is decided, stored and applied before `act` returns. Who
// listens is told afterwards.
#pragma once

#include <functional>
#include <variant>

#include "examples/pilot/records/records.h"
#include "libauction/league/decide.h"
#include "libauction/log/book.h"
#include "libauction/log/league_machine.h"

namespace pilot {

struct LeagueDone {
  LeagueEvents events;  // none: it was so already
};
using LeagueAct = std::variant<LeagueDone, LeagueRefusal, StorageFailure>;

class Leagues {
 public:
  using Listener = std::function<void(const League&, const LeagueEvents&, ActorId by)>;

  virtual ~Leagues() = default;

  virtual const League* find(LeagueId id) const = 0;  // null: none, or dissolved
  virtual const League* of_auction(AuctionId id) const = 0;
  virtual std::vector<LeagueId> of_member(ActorId who) const = 0;

  virtual LeagueAct act(LeagueId id, const LeagueCommand& command, ActorId by, Instant now) = 0;
  virtual LeagueAct act_as_host(LeagueId id, const LeagueCommand& command, Instant now) = 0;

  virtual void listen(Listener listener) = 0;
};

std::unique_ptr<Leagues> open_leagues(Records& records, Instant now);  // folds every league

}  // namespace pilot
