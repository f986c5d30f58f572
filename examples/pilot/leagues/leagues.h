// Leagues: the shelf of every league, folded from its stream, and the one way to change one.
//
// All leagues are in memory; a command is decided, stored and applied before `act` returns, several
// at once in one commit or not at all. Who listens is told afterwards.
//
//   LeagueAct act = leagues->act(id, AcceptInvite{token, leagues->next_label(id)}, user, now);
//   if (const auto* no = std::get_if<LeagueRefusal>(&act)) return refused(*no);
#pragma once

#include <absl/status/statusor.h>

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
  virtual std::vector<LeagueId> of_member(ActorId who) const = 0;  // in the order of joining
  virtual std::vector<LeagueId> all() const = 0;

  // Labels that no member ever had: "Manager 3", "Bot 1".
  virtual std::string next_label(LeagueId id) const = 0;
  virtual std::string next_bot_label(LeagueId id, std::uint32_t after_this = 0) const = 0;
  virtual Instant created_at(LeagueId id) const = 0;
  virtual Instant linked_at(LeagueId id) const = 0;  // its last auction; kNever: none

  virtual LeagueAct act(LeagueId id, const LeagueCommand& command, ActorId by, Instant now) = 0;
  virtual LeagueAct act_as_host(LeagueId id, const LeagueCommand& command, Instant now) = 0;

  // All of them or none, in one commit. The second creates the league first, as the host.
  virtual LeagueAct act_all(LeagueId id, const std::vector<LeagueCommand>& commands, ActorId by,
                            Instant now) = 0;
  virtual LeagueAct create(const CreateLeague& league, const std::vector<LeagueCommand>& then,
                           Instant now) = 0;

  virtual void listen(Listener listener) = 0;
};

// Folds every league.
absl::StatusOr<std::unique_ptr<Leagues>> open_leagues(Records& records, Instant now);

}  // namespace pilot
