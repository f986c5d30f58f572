// One random auction, watched: drawn rules and managers, drawn commands, every invariant.
//
//   std::string wrong = walk_auction(seed, options, tally);   // "" is right
//
// A failure is a seed: the same number walks the same way, and `trace` tells the story.
#pragma once

#include <string>

#include "tests/support/tally.h"

namespace auction {

struct WalkOptions {
  unsigned naive_in = 1;   // the naive auctioneer goes along in one auction out of so many
  unsigned sealed_in = 1;  // and one out of so many is sealed into a chained log and replayed
  bool trace = false;
};

std::string walk_auction(std::uint64_t seed, const WalkOptions& options, WalkTally& tally);

}  // namespace auction
