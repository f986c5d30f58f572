// One auction, from its begin to its end, by the bidders of a floor.
#pragma once

#include "libauction/sim/desk_internal.h"
#include "libauction/sim/floor_internal.h"

namespace auction {

class Play {
 public:
  Play(Desk& desk, Floor& floor) : desk_(desk), floor_(floor) {}

  // Plays until the auction is over or the floor has questions. kStopped: the desk says why.
  Went go_on();

  std::uint64_t refusals() const { return refusals_; }

 private:
  Went bid(Instant now);
  Went tick(Instant due);
  void look_at(const Event& event, Instant now);
  Went request_lots(Instant now);

  Desk& desk_;
  Floor& floor_;
  std::uint64_t refusals_ = 0;
  bool begun_ = false;
};

}  // namespace auction
