// The hall: everybody who is connected, over a SocketHub that the server feeds
// (http/switchboard.h).
//
//   auto hall = open_hall({sessions, limits, metrics, salts}, max_sockets);
//   hall->serve(*leagues, *auctions, *people);       // once they are there
//   hall->turn(handshakes, now);                     // as the switchboard of the server
//
// Rooms are "league:<id>" and "auction:<id>". Somebody is present from the first socket on, and
// until the last has been away for ten seconds. A sixth socket of one person ends the eldest.
//
// Whoever reads too slowly is spared ticks, then fed from the auction's board as it reads; who
// falls behind the board or reads nothing for ten seconds is told `resync` once, and is cut off
// after ten more. Nobody else waits for it. One thread, the loop's.
#pragma once

#include <memory>

#include "examples/pilot/api/limits.h"
#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/http/switchboard.h"

namespace pilot {

class Hall : public Live, public Switchboard {
 public:
  virtual void serve(Leagues& leagues, Auctions& auctions, People& people) = 0;
  virtual Routes routes() = 0;  // GET /debug/rooms/{kind}/{id}
};

struct HallNeeds {
  Sessions& sessions;
  Limits& limits;
  Metrics& metrics;
  SaltSource& salts;
};
std::unique_ptr<Hall> open_hall(const HallNeeds& needs, std::size_t max_sockets);

}  // namespace pilot
