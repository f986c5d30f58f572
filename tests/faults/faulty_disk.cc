#include "tests/faults/faulty_disk.h"

namespace auction {

FaultyDisk::FaultyDisk(Fortune& fortune, Hall& hall) : fortune_(fortune), hall_(hall) {
  hall_.store.fate = [this](std::uint64_t) { return fate(); };
}

Fate FaultyDisk::fate() {
  if (full_for_ > 0) {
    --full_for_;
    return Fate::kRefused;
  }
  if (fortune_.strikes(fortune_.mix.full)) {
    fortune_.tally.note(Happened::kDiskFull);
    full_for_ = 2 + fortune_.chance.below(4);
    return Fate::kRefused;
  }
  if (fortune_.strikes(fortune_.mix.refuse)) {
    fortune_.tally.note(Happened::kCommitRefused);
    return Fate::kRefused;
  }
  if (!fortune_.strikes(fortune_.mix.silent)) return Fate::kKept;
  fortune_.tally.note(Happened::kCommitKeptSilently);
  return Fate::kKeptButFailed;
}

void FaultyDisk::work() {
  if (hall_.house->committing()) {
    if (fortune_.strikes(fortune_.mix.slow_disk)) return;
    return finish();
  }
  if (!hall_.house->wants_commit(hall_.now)) return;
  batch_ = hall_.house->begin_commit();
  hall_.store.committing = !batch_.empty();
  if (batch_.empty() || fortune_.strikes(fortune_.mix.slow_disk)) return;
  finish();
}

void FaultyDisk::finish() {
  const CommitAnswer answer = hall_.store.commit(batch_);
  hall_.store.committing = false;
  hall_.house->end_commit(answer, hall_.now);
}

void FaultyDisk::crash() {
  if (hall_.house->committing()) {
    const bool kept = fortune_.chance.one_in(2);
    if (kept) (void)hall_.store.commit(batch_);
    fortune_.tally.note(kept ? Happened::kCrashBetween : Happened::kCrashBefore);
  } else {
    const bool decided = hall_.house->wants_commit(hall_.now);
    fortune_.tally.note(decided ? Happened::kCrashBefore : Happened::kCrashIdle);
  }
}

void FaultyDisk::mend() {
  full_for_ = 0;
  hall_.store.unreadable = false;
  if (hall_.house->committing()) finish();
}

}  // namespace auction
