// Live: who is connected, and how services speak to them. The rooms of Socket.IO behind a port.
//
// An event has one argument, encoded once by whoever sends it. Services tell only what is
// committed. What comes in from sockets is in live/, not here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "libauction/log/record.h"

namespace pilot {

using namespace auction;

class Live {
 public:
  virtual ~Live() = default;

  virtual void to_league(LeagueId league, std::string_view event, std::string_view json) = 0;
  // `position`: of what is in the log, for sockets that ask for Socket.IO's own recovery.
  virtual void to_auction(AuctionId auction, std::string_view event, std::string_view json,
                          std::uint64_t position = 0) = 0;
  // To one person's sockets that are in the auction's room.
  virtual void to_person(AuctionId auction, ActorId who, std::string_view event,
                         std::string_view json) = 0;

  virtual bool online(LeagueId league, ActorId who) const = 0;  // presence, with its grace
  virtual std::vector<ActorId> in_auction(AuctionId auction) const = 0;

  // Somebody is no longer a member: its sockets leave these rooms.
  virtual void expel(LeagueId league, ActorId who) = 0;
  // Signed out, erased or expired: `session_expired`, then its sockets are closed.
  virtual void end_session(ActorId who) = 0;
};

}  // namespace pilot
