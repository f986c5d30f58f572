// One world of faults: houses, rooms, clients, a network, a disk and a clock, all from one seed.
//
// Everything happens in one thread and in made-up time. Which faults a world knows, and how often
// they strike, is drawn for each (a swarm: a world with crashes alone finds other defects than one
// with everything at once). Then the faults stop, and every lot must close.
//
//   FaultTally tally;
//   std::string wrong = run_fault_world(seed, tally);      // "" is right; the seed tells the rest
#pragma once

#include "tests/faults/fault_tally.h"

namespace auction {

std::string run_fault_world(std::uint64_t seed, FaultTally& tally);

}  // namespace auction
