// Invariants: what must hold in every state, checked by recomputing each cached and derived fact.
//
// Tests check after every command; a room checks after recovery. Empty: all hold. Otherwise the
// first that is broken, in a sentence.
#pragma once

#include <string>

#include "libauction/auction/state.h"

namespace auction {

std::string broken_invariant(const State& state);

}  // namespace auction
