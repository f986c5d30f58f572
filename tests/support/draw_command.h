// Random commands: legal, almost legal and nonsense, at instants on and around the deadlines.
#pragma once

#include "libauction/auction/state.h"
#include "tests/support/chance.h"

namespace auction {

struct Drawn {
  Command command;
  Context context;
};

Drawn draw_command(Chance& chance, const State& state);

}  // namespace auction
