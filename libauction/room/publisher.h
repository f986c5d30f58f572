// The publisher: the port through which a house speaks. Sockets, tests and folds stand behind it.
//
// Everything told here is committed, and is told once, in the order of the stream's log: a record
// before the answer to the command that made it, and both before anything later of that stream.
// Only a verdict that kept nothing (see receipt.h) leaves at once.
//
// Calls come on the thread that turns the house. An implementation may submit requests and look at
// views meanwhile; it may not turn the house, commit, or use the store.
#pragma once

#include <span>

#include "libauction/room/receipt.h"
#include "libauction/room/request.h"

namespace auction {

class Publisher {
 public:
  virtual ~Publisher() = default;

  // To the sender alone. `request.ticket` is never 0 here.
  virtual void answered(const Request& request, const Receipt& receipt) = 0;

  // To the room. `after` is the state that the record led to.
  virtual void recorded(StreamId stream, const Record& record, std::span<const Event> events,
                        const State& after) = 0;

  // The room failed a check of ours and serves no more, until somebody releases it.
  virtual void quarantined(StreamId stream, const char* why) = 0;
};

}  // namespace auction
