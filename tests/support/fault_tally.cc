#include <cstdio>
#include <iterator>

#include "tests/support/fault_world.h"

namespace auction {
namespace {

constexpr const char* kNames[] = {"delivery delayed",
                                  "delivery duplicated",
                                  "delivery reordered",
                                  "same id, other payload",
                                  "answer replayed",
                                  "decided during a commit",
                                  "waited for the store",
                                  "commit refused",
                                  "commit kept, said to fail",
                                  "disk full for a while",
                                  "store unreadable",
                                  "crash before a commit",
                                  "crash between commit and answer",
                                  "crash while idle",
                                  "crash in a pause",
                                  "crash in a gap",
                                  "crash with a lot open",
                                  "crash while people gather",
                                  "crash in a request stage",
                                  "clock an hour back",
                                  "clock an hour forth",
                                  "stall over a deadline",
                                  "another writer",
                                  "bid 1 ms before the end",
                                  "bid at the end",
                                  "purse used up",
                                  "recovered past a deadline"};
static_assert(std::size(kNames) == static_cast<std::size_t>(Happened::kCount));

}  // namespace

FaultTally& FaultTally::operator+=(const FaultTally& other) {
  for (std::size_t i = 0; i < happened.size(); ++i) happened[i] += other.happened[i];
  worlds += other.worlds, auctions += other.auctions, lots += other.lots;
  commands += other.commands, records += other.records, commits += other.commits;
  return *this;
}

bool print(const FaultTally& tally) {
  bool all = true;
  for (std::size_t i = 0; i < tally.happened.size(); ++i) {
    const auto times = static_cast<unsigned long long>(tally.happened[i]);
    std::printf("%10llu  %s%s\n", times, kNames[i], times == 0 ? "  NEVER HAPPENED" : "");
    all = all && times > 0;
  }
  return all;
}

}  // namespace auction
