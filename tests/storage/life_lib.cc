#include "tests/storage/life.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace auction {
namespace {

sqlite3* last_opened = nullptr;

int note_opened(sqlite3* db, char**, const sqlite3_api_routines*) {
  last_opened = db;
  return SQLITE_OK;
}

// The store offers no way to weaken it, so the controls go behind its back.
void weaken(Wrong wrong) {
  if (wrong == Wrong::kSynchronousNormal) {
    sqlite3_exec(last_opened, "PRAGMA synchronous = NORMAL", nullptr, nullptr, nullptr);
  }
  if (wrong == Wrong::kSynchronousOff) {
    sqlite3_exec(last_opened, "PRAGMA synchronous = OFF", nullptr, nullptr, nullptr);
  }
}

// A life on a sound disk goes without failures; one that does not is a defect of the test.
template <class Value>
void must(const Value& value, bool fine) {
  if (fine) return;
  if constexpr (std::is_same_v<Value, absl::Status>) std::puts(value.ToString().c_str());
  std::puts("a step of a store's life failed");
  std::abort();
}

}  // namespace

Life::Life(std::uint64_t seed, Wrong wrong) : chance_(seed), wrong_(wrong) {
  static const int noting = sqlite3_auto_extension(reinterpret_cast<void (*)()>(note_opened));
  (void)noting;
  disk.lies = wrong == Wrong::kLyingFlush;
  options = {
      .create = true, .wal_bytes = chance_.below(2) == 0 ? 16 << 10 : 48 << 10, .vfs = kDiskVfs};
  const Mounted mounted(disk);
  note();
  open();
  for (std::uint64_t steps = 12 + chance_.below(14); steps > 0; --steps) step();
  if (chance_.below(2) == 0) store_.reset();
  note();
  if (store_) {
    // The crash comes before the end: what closing does is not part of this life.
    Disk rest = disk;
    store_.reset();
    disk = std::move(rest);
  }
}

void Life::open() {
  auto opened = SqliteStore::open(kStoreFile, options);
  must(opened.status(), opened.ok());
  store_ = std::move(*opened);
  weaken(wrong_);
}

void Life::commit() {
  const std::vector<StreamBatch> batch = ledger.draw(chance_);
  ledger.tried(batch);
  ++now_.tried;
  if (wrong_ == Wrong::kAckBeforeCommit) now_.acked = now_.tried;
  note();
  const CommitAnswer answer = store_->commit(batch);
  must(answer, std::holds_alternative<Committed>(answer));
  now_.acked = now_.tried;
}

void Life::step() {
  const std::uint64_t luck = chance_.below(100);
  if (luck < 74) {
    commit();
  } else if (luck < 82) {
    const absl::Status done = store_->checkpoint();
    must(done, done.ok());
  } else if (luck < 90) {
    const StreamId stream = Ledger::stream(static_cast<std::size_t>(chance_.below(4)));
    const Snapshot made = ledger.snapshot(stream);
    if (made.head.seq > 0) {
      const absl::Status kept = store_->keep_snapshot(stream, made);
      must(kept, kept.ok());
    }
  } else if (luck < 95) {
    store_.reset();
    open();
  } else if (!now_.backup) {
    const absl::Status copied = store_->backup(kCopyFile);
    must(copied, copied.ok());
    now_.backup = now_.tried;
    weaken(wrong_);
  }
  note();
}

void Life::note() {
  now_.at = disk.tape.size();
  notes_.push_back(now_);
}

const Life::Note& Life::at(std::size_t point) const {
  const auto later = std::upper_bound(notes_.begin(), notes_.end(), point,
                                      [](std::size_t p, const Note& n) { return p < n.at; });
  return *(later - 1);
}

}  // namespace auction
