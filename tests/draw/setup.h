// Random set-ups: every option of the rule set, small numbers, so that edges meet.
#pragma once

#include "libauction/auction/setup.h"
#include "tests/draw/chance.h"

namespace auction {

Shared<Setup> draw_setup(Chance& chance);

// The seed that hashes to the commitment of every drawn set-up.
Seed drawn_seed();

// The seed that a set-up promises after resets, and the one that the next reset is to promise:
// there are two, by turns.
Seed promised_seed(const Setup& setup);
Seed next_seed(const Setup& setup);

}  // namespace auction
