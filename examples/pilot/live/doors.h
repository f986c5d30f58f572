// Doors: what the server knows about whoever comes in by a request or a WebSocket, and sessions.
// The server implements it; live/ asks.
//
// A connection's door is looked at once, when it opens: later its request is answered and gone.
#pragma once

#include <string>
#include <string_view>

#include "libauction/adapters/socketio/engine.h"
#include "libauction/log/record.h"

namespace pilot {

using namespace auction;

struct Admission {
  ActorId user;
  Instant until = kNever;  // then it has expired
};

using Door = std::variant<ExchangeId, WireId>;

struct DoorFacts {
  std::optional<Admission> by_cookie;  // counts only with an allowed Origin
  std::string address;                 // of the client, behind trusted proxies
};

class Doors {
 public:
  virtual ~Doors() = default;

  virtual DoorFacts at(const Door& door, Instant now) = 0;
  virtual std::optional<Admission> by_token(std::string_view token, Instant now) = 0;

  // Whether a bid may pass now, and is counted: zero, or how long to wait. The same count as for
  // bids by REST.
  virtual Millis bid_wait(ActorId user, const std::string& address, Instant now) = 0;
};

}  // namespace pilot
