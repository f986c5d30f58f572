// Random set-ups: every option of the rule set, small numbers, so that edges meet.
#pragma once

#include "libauction/auction/setup.h"
#include "tests/support/chance.h"

namespace auction {

Shared<Setup> draw_setup(Chance& chance);

// The seed that hashes to the commitment of every drawn set-up.
Seed drawn_seed();

}  // namespace auction
