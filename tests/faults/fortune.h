// What one world of faults is drawn from: chance, the faults it knows, and what has struck.
//
// Which faults a world knows, and how often they strike, is drawn for each.
#pragma once

#include "tests/draw/chance.h"
#include "tests/faults/fault_tally.h"

namespace auction {

// One in so many; 0: never in this world.
struct FaultMix {
  std::uint64_t delay = 0, duplicate = 0, other_payload = 0, crash = 0, refuse = 0, silent = 0,
                full = 0, unreadable = 0, clock_step = 0, stall = 0, slow_disk = 0, rival = 0;

  // The disk never fails and time never jumps: no request may be moved then.
  bool moves_nothing() const { return refuse + silent + full + clock_step + rival == 0; }
};

FaultMix draw_mix(Chance& chance);

struct Fortune {
  Fortune(std::uint64_t seed, FaultTally& counted)
      : chance(seed), tally(counted), mix(draw_mix(chance)) {}

  bool strikes(std::uint64_t one_in) { return !over && one_in != 0 && chance.one_in(one_in); }

  Chance chance;
  FaultTally& tally;
  const FaultMix mix;
  bool over = false;  // no fault strikes any more
};

}  // namespace auction
