// The hall: everybody who is connected, over a SocketHub that the server feeds.
//
//   Hall hall(hub, doors);
//   hall.serve(*leagues, *auctions, *people);      // once they are there
//   hub.frame(...);  hall.turn(now);               // after feeding the hub, and when the alarm
//   rings for (EngineAction& action : hub.take_actions()) ...;
//
// Rooms are "league:<id>" and "auction:<id>". Somebody is present from the first socket on, and
// until the last has been away for ten seconds. A sixth socket of one person ends the eldest.
// A socket that reads too slowly misses ticks, then is told `resync` once and left out of the
// auction's events until it joins again, then is cut off. One thread, the loop's.
#pragma once

#include <memory>

#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/live/doors.h"
#include "libauction/adapters/socketio/hub.h"

namespace pilot {

struct HallFigures {
  std::uint64_t connections = 0;  // sockets let in
  std::uint64_t disconnections = 0;
  std::uint64_t unclean = 0;  // of those: lost, not left
  std::uint64_t resyncs = 0;
  std::size_t active = 0;
};

HubRules hall_rules(std::size_t most_connections);

class Hall : public Live {
 public:
  virtual void serve(Leagues& leagues, Auctions& auctions, People& people) = 0;
  virtual void turn(Instant now) = 0;
  virtual Instant next_alarm() const = 0;

  // `server_stopping` to everybody; then the server closes the hub.
  virtual void stopping() = 0;
  virtual const HallFigures& figures() const = 0;
  virtual Routes routes() = 0;  // /debug/rooms
};

std::unique_ptr<Hall> open_hall(SocketHub& hub, Doors& doors);

}  // namespace pilot
