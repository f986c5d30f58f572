// The life of a store: created, written to, checkpointed, closed and opened, copied. Everything
// happens on a disk in memory, with a note of what was acknowledged when.
#pragma once

#include "tests/storage/disk.h"
#include "tests/storage/ledger.h"

namespace auction {

// Ways of being wrong that a proof of durability must notice.
enum class Wrong { kNothing, kSynchronousNormal, kSynchronousOff, kLyingFlush, kAckBeforeCommit };

struct Life {
  // By the place on the disk's tape.
  struct Note {
    std::size_t at = 0;
    std::size_t acked = 0;
    std::size_t tried = 0;
    std::optional<std::size_t> backup;  // batches in the copy, once it was reported
  };

  explicit Life(std::uint64_t seed, Wrong wrong = Wrong::kNothing);
  Life(const Life&) = delete;
  Life& operator=(const Life&) = delete;

  const Note& at(std::size_t point) const;  // what was known there

  Disk disk;
  Ledger ledger;
  SqliteOptions options;

 private:
  void open();
  void commit();
  void step();
  void note();

  SplitMix64 chance_;
  Wrong wrong_;
  std::unique_ptr<SqliteStore> store_;
  Note now_;
  std::vector<Note> notes_;
};

inline constexpr const char* kStoreFile = "auctions.db";
inline constexpr const char* kCopyFile = "copy.db";

}  // namespace auction
