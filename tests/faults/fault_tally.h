// What happened in worlds of faults: counted, printed, and kept in a file between runs.
#pragma once

#include <array>
#include <cstdint>
#include <string>

namespace auction {

enum class Happened : std::uint8_t {
  kDelayed,
  kDuplicated,
  kReordered,
  kOtherPayload,        // the same id, another command
  kReplayed,            // answered again with the stored answer
  kRanAhead,            // decided while a commit was under way
  kWaited,              // until the store was free
  kCommitRefused,       // nothing of it was kept
  kCommitKeptSilently,  // kept, and said to have failed
  kDiskFull,            // refused again and again
  kUnreadable,          // the store could not be read for a while
  kCrashBefore,         // with requests decided, before their commit
  kCrashBetween,        // committed, and nobody had been told
  kCrashIdle,
  kCrashPaused,
  kCrashGap,
  kCrashLotOpen,
  kCrashWaiting,
  kCrashRequests,
  kClockBack,
  kClockForth,
  kStallOverDeadline,  // the loop stood still past a deadline
  kOtherWriter,        // somebody else wrote to the stream
  kBidJustBeforeTheEnd,
  kBidAtTheEnd,
  kPurseUsedUp,
  kRecoveredOverdue,
  kCount,
};

struct FaultTally {
  std::array<std::uint64_t, static_cast<std::size_t>(Happened::kCount)> happened{};
  std::uint64_t worlds = 0, auctions = 0, lots = 0, commands = 0, records = 0, commits = 0;
  std::uint64_t took_ms = 0;

  void note(Happened what, std::uint64_t count = 1) {
    happened[static_cast<std::size_t>(what)] += count;
  }
  FaultTally& operator+=(const FaultTally& other);
};

// Prints the table; false if something never happened.
bool print(const FaultTally& tally);

// A long run in pieces: what the worlds from `first_seed` to before `next_seed` came to, in a file.
struct KeptTally {
  std::uint64_t first_seed = 0;
  std::uint64_t next_seed = 0;
  FaultTally tally;
};

bool keep(const std::string& path, const KeptTally& kept);  // the old file or the new, whole
bool read_kept(const std::string& path, KeptTally& kept);   // a missing file leaves `kept` as it is

}  // namespace auction
