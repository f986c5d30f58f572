// The disk of a world: how long commits take there, and what becomes of each.
#pragma once

#include "tests/faults/fortune.h"
#include "tests/faults/hall.h"

namespace auction {

class FaultyDisk final {
 public:
  FaultyDisk(Fortune& fortune, Hall& hall);

  // A commit may take several steps of the world, or fall between two of them.
  void work();
  void finish();

  // The process dies: a commit that is under way is kept or not.
  void crash();

  // From now on it does what it is told.
  void mend();

 private:
  Fate fate();

  Fortune& fortune_;
  Hall& hall_;
  std::span<const StreamBatch> batch_;
  std::size_t full_for_ = 0;  // commits
};

}  // namespace auction
