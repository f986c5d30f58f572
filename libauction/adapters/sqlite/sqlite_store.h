// The store on SQLite: many auctions in one file, durable at every commit.
//
// `Committed` means: written and flushed (fdatasync) to the write-ahead log; power may go. Kept are
// records and answers, in one transaction, and snapshots as a cache. What is promised against which
// fault is in docs/what-an-ack-means.md; how to live with it in docs/storage.md.
//
//   absl::StatusOr<std::unique_ptr<SqliteStore>> store = SqliteStore::open("auctions.db");
//   if (!store.ok()) return store.status();
//   CommitAnswer answer = (*store)->commit(batch);
//
// One process has the file open, over one connection; a second one is refused. The file must be on
// a local disk. Any thread may call: calls wait for each other, so a visitor must not call the
// store. A child after fork() may do nothing with it, not even close it: it is refused.
#pragma once

#include <absl/status/statusor.h>

#include <memory>
#include <mutex>
#include <string>

#include "libauction/log/store.h"

struct sqlite3_backup;

namespace auction {

struct SqliteOptions {
  bool create = true;  // a missing or empty file becomes a store

  // Kept allocated for the write-ahead log, because a growing file costs a commit ten times as
  // much; and the size above which a commit is followed by a checkpoint.
  std::int64_t wal_bytes = 16 << 20;

  std::string vfs;  // SQLite's own word for the layer below it; "": the system's files
};

enum class StoreHealth : std::uint8_t {
  kWritable,
  kFull,     // the disk is full: reads work, each commit tries again
  kStopped,  // an I/O error or damage: nothing works until reopen() succeeds
};

// A state as of `head`. Never the only copy: it is what folding the stream would give.
struct Snapshot {
  Head head;
  Bytes state;

  bool operator==(const Snapshot&) const = default;
};

struct SqliteConnection;

class SqliteStore final : public Store {
 public:
  // Refused: what is no regular file, or read-only, on a network file system, in use, of another
  // program, of a newer release, with a schema object that is not ours, or settings that do not
  // hold. Nothing is changed then.
  static absl::StatusOr<std::unique_ptr<SqliteStore>> open(const std::string& path,
                                                           SqliteOptions options = {});
  ~SqliteStore() override;
  SqliteStore(const SqliteStore&) = delete;
  SqliteStore& operator=(const SqliteStore&) = delete;

  CommitAnswer commit(std::span<const StreamBatch> batch) override;
  FoundAnswer find_answer(StreamId stream, CommandId command) override;
  StreamsAnswer streams() override;
  HeadAnswer read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) override;
  HeadAnswer head(StreamId stream) override;

  StoreHealth health() const;

  // Moves the write-ahead log into the file. For moments when nothing else is to be done.
  absl::Status checkpoint();

  // After kStopped: closes, opens, and verifies everything.
  absl::Status reopen();

  // The whole file: SQLite's own check, every record against its chain, every answer's seal.
  absl::Status verify();

  // A snapshot must be at the end of a record of its stream; it replaces the one before.
  absl::Status keep_snapshot(StreamId stream, const Snapshot& snapshot);
  // Nothing if there is none, or one that is damaged or does not stand on the chain.
  absl::StatusOr<std::optional<Snapshot>> find_snapshot(StreamId stream);

  // A copy that is a store, whole or empty, never half; commits may go on meanwhile. `path` must
  // not hold anything yet. The copy is opened and verified.
  absl::Status backup(const std::string& path);

  // The file's format. A release writes the format it found, so that its predecessor can take over
  // again, until it is told that there is no way back.
  int format() const;
  absl::Status finalize_upgrade();

 private:
  SqliteStore(std::string path, SqliteOptions options,
              std::unique_ptr<SqliteConnection> connection);

  template <class Answer, class Work>
  Answer attempt(Work&& work);
  absl::Status attempt_status(const std::function<absl::Status(SqliteConnection&)>& work);

  const char* unusable() const;
  absl::Status copy_to(const std::string& file);
  int copy_some(sqlite3_backup* copying);

  const std::string path_;
  const SqliteOptions options_;
  mutable std::mutex mutex_;
  std::unique_ptr<SqliteConnection> connection_;  // none after a reopen() that failed
};

}  // namespace auction
