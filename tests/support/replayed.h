// Whether the log alone tells the same auction: folds, snapshots, bytes and chain.
#pragma once

#include <string>

#include "tests/support/twin.h"

namespace auction {

class Replayed {
 public:
  // Remembers the canonical bytes of a state on the way.
  void keep(const State& state);

  // At the end: fold(log) is the live state and meets every snapshot; each snapshot and its tail
  // lead to the same end; every record reads back as it was written. `sealed`: also as a chained
  // log, replayed and verified.
  std::string check(const Log& log, const State& live, bool sealed);

 private:
  struct Snapshot {
    std::uint64_t seq;
    Bytes bytes;
  };
  std::string from_snapshot(const Log& log, const State& live, const Snapshot& snapshot) const;

  std::vector<Snapshot> snapshots_;
};

}  // namespace auction
