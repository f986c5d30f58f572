// Counters: what a house has done since it was made. Plain numbers for metrics and tests.
#pragma once

#include <cstdint>

namespace auction {

struct Counters {
  std::uint64_t requests = 0;
  std::uint64_t accepted = 0;
  std::uint64_t refused = 0;
  std::uint64_t replayed = 0;           // answered again from an earlier delivery
  std::uint64_t command_conflicts = 0;  // the same id for another command
  std::uint64_t unavailable = 0;
  std::uint64_t records = 0;  // published
  std::uint64_t ticks = 0;    // transitions that time made
  std::uint64_t commits = 0;
  std::uint64_t commit_failures = 0;
  std::uint64_t commit_conflicts = 0;  // another writer was there before
  std::uint64_t rooms_read = 0;        // from the store: at a start and after a failed commit
  std::uint64_t quarantined = 0;
  std::uint64_t waited = 0;     // requests that waited until the store was free
  std::uint64_t looked_up = 0;  // answers asked of the store
};

}  // namespace auction
