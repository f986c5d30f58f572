// One auction, from its begin to its end, by the bidders of a floor.
#pragma once

#include "libauction/sim/desk_internal.h"
#include "libauction/sim/floor_internal.h"

namespace auction {

struct PlayCounts {
  std::uint64_t bids = 0;
  std::uint64_t refusals = 0;
};

class Play {
 public:
  Play(Desk& desk, Floor& floor) : desk_(desk), floor_(floor) {}

  // Written, or the first answer of the desk that stopped the play.
  BookAnswer to_the_end();

  const PlayCounts& counts() const { return counts_; }

 private:
  BookAnswer place(LotFloor& floor, Interest& interest);
  BookAnswer tick(Instant due);
  BookAnswer request_lots(Instant now);

  Desk& desk_;
  Floor& floor_;
  PlayCounts counts_;
};

}  // namespace auction
