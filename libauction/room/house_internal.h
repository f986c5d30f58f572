// What the parts of the house share: work on one room that may show a defect of ours.
#pragma once

#include <exception>

#include "libauction/replay/guard.h"
#include "libauction/room/house.h"

namespace auction {

// The one thing that can be done with a stream that nothing was written to.
inline bool creates(const Request& request) {
  return request.host && std::holds_alternative<Create>(request.command);
}

// A failed check, or memory that ran out half-way, costs this room and no other.
template <class Work>
void House::guarded(Room& room, Work&& work) {
  try {
    const CheckGuard guard;
    work();
  } catch (const CheckFailure& failure) {
    quarantine(room, failure.message);
  } catch (const std::exception& failure) {
    quarantine(room, failure.what());
  }
}

}  // namespace auction
