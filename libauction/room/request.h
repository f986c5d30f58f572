// A request: one command on its way into a room, and who wants to know what came of it.
//
// The id is the sender's own and names this one wish for ever: sent again with the same payload it
// gets the answer it got before, whatever happened in between. `at` is when its bytes were read.
//
//   house.submit({.stream = s, .id = id, .actor = reds, .command = PlaceBid{lot, {230}}, .at = now,
//                 .ticket = 7});
#pragma once

#include "libauction/auction/command.h"
#include "libauction/base/sha256.h"
#include "libauction/log/record.h"

namespace auction {

// Whatever the host needs to find the sender again; it comes back with the answer. 0: nobody asks.
using Ticket = std::uint64_t;

struct Request {
  StreamId stream;
  CommandId id;       // nil: no answer is kept, and a second delivery is a second command
  ActorId actor;      // from the connection's identity, never from the payload
  bool host = false;  // the host itself acts; `actor` does not count then
  Command command;
  Instant at;
  Ticket ticket = 0;
};

// Canonical bytes of a command: its place in `Command`, then its fields in the order they are
// declared.
void put(Bytes& out, const Command& command);

// SHA-256 of who asked what. Two deliveries of one wish have the same digest.
Digest payload_digest(const Request& request);

}  // namespace auction
