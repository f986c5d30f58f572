#include "tests/faults/fortune.h"

namespace auction {
namespace {

std::uint64_t rate(Chance& chance, std::uint64_t often) {
  if (chance.one_in(3)) return 0;
  return often * (1 + chance.below(4));
}

}  // namespace

FaultMix draw_mix(Chance& chance) {
  FaultMix mix;
  for (std::uint64_t* const often : {&mix.delay, &mix.duplicate, &mix.slow_disk})
    *often = rate(chance, 2);
  for (std::uint64_t* const seldom : {&mix.crash, &mix.refuse, &mix.silent, &mix.stall})
    *seldom = rate(chance, 8);
  for (std::uint64_t* const rare :
       {&mix.full, &mix.unreadable, &mix.clock_step, &mix.other_payload, &mix.rival})
    *rare = rate(chance, 16);
  if (chance.one_in(4)) mix.refuse = mix.silent = mix.full = mix.clock_step = mix.rival = 0;
  return mix;
}

}  // namespace auction
