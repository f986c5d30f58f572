// Random commands: legal, almost legal and nonsense, at instants on and around the deadlines.
#pragma once

#include "libauction/auction/state.h"
#include "tests/draw/chance.h"

namespace auction {

struct Drawn {
  Command command;
  Context context;
};

// `kFirst` leaves out what came later, undoing and rights, and draws the same from the same chance
// as when there was nothing else.
enum class Repertoire { kFirst, kWhole };

Drawn draw_command(Chance& chance, const State& state, Repertoire repertoire = Repertoire::kWhole);

}  // namespace auction
