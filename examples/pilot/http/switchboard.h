// The switchboard: the seam between the HTTP server, which owns bytes, and live/, which owns what
// they mean. The server feeds the hub and performs its actions; live/ handles its events.
//
// One turn of the loop, in this order, whenever something came in or an alarm rang:
//
//   hub.tick(now)            by the server; everything read before is in the hub already
//   board.turn(now)          live/: hub.take_events(), then whatever else is due
//   records.turn(now)        by main, which hands the server a function for it
//   hub.take_actions()       by the server, which sleeps until the earliest alarm
//
// During board.turn every EngineOpened can be asked about at `handshakes`: whose address it came
// from, and whom its cookie speaks for. A handshake is forgotten at the end of that turn, so keep
// what you need with the connection. All of it on the loop's thread.
#pragma once

#include <optional>
#include <string>

#include "examples/pilot/people/sessions.h"
#include "libauction/adapters/socketio/hub.h"

namespace pilot {

// What is known of the request that opened a connection.
struct Handshake {
  std::string address;  // the client's, behind trusted proxies
  std::string origin;   // empty: it sent none
  // Whom its session cookie speaks for; only with an allowed Origin, otherwise nobody.
  std::optional<SignedIn> by_cookie;
};

// The server's: valid during Switchboard::turn.
class Handshakes {
 public:
  virtual ~Handshakes() = default;
  virtual const Handshake* find(const std::variant<ExchangeId, WireId>& door) const = 0;
};

// Live's.
class Switchboard {
 public:
  virtual ~Switchboard() = default;

  virtual SocketHub& hub() = 0;
  virtual void turn(const Handshakes& handshakes, Instant now) = 0;
  virtual Instant next_alarm() const = 0;  // besides the hub's own
  // `server_stopping` to everybody; the server closes the hub's connections afterwards.
  virtual void stop(Instant now) = 0;
};

}  // namespace pilot
