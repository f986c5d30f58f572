// A batch of simulated auctions on several threads: the same results, in the same order, for any
// number of them.
//
// Auction i is simulate_auction with seed auction_seed(batch_seed, i), so it does not matter which
// thread plays it. Results are handed over in the order of i, in the caller's thread; the threads
// play at most a few chunks ahead, so memory does not grow with the batch.
//
//   BatchPlan plan{.range = {0, 1'000'000}, .seed = 7, .threads = 8};
//   simulate_batch(setup, bidders, Market{}, plan, [&](std::uint64_t i, const AuctionResult& r) {
//     spent += r.managers[0].spent;                     // no lock: one thread
//   });
//
// Bidders are asked by several threads at once (they are immutable, see bidder.h). What one throws
// is thrown here, after the auctions before it were handed over.
#pragma once

#include "libauction/sim/simulate.h"

namespace auction {

struct BatchPlan {
  BatchRange range;
  std::uint64_t seed = 0;
  unsigned threads = 1;
};

using BatchVisitor = std::function<void(std::uint64_t index, const AuctionResult&)>;

void simulate_batch(const Setup& setup, const Bidders& bidders, const Market& market,
                    const BatchPlan& plan, const BatchVisitor& visit,
                    SimulationOptions options = {});

}  // namespace auction
