#include "libauction/adapters/sqlite/sqlite_store.h"

#include <unistd.h>

#include <new>

#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {

absl::StatusOr<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path,
                                                               SqliteOptions options) {
  return with_status(path, [&]() -> absl::StatusOr<std::unique_ptr<SqliteStore>> {
    absl::StatusOr<std::unique_ptr<SqliteConnection>> opened = open_connection(path, options);
    if (!opened.ok()) return opened.status();
    return std::unique_ptr<SqliteStore>(new SqliteStore(path, options, std::move(*opened)));
  });
}

SqliteStore::SqliteStore(std::string path, SqliteOptions options,
                         std::unique_ptr<SqliteConnection> connection)
    : path_(std::move(path)), options_(std::move(options)), connection_(std::move(connection)) {}

SqliteStore::~SqliteStore() = default;

const char* SqliteStore::unusable() const {
  return connection_ ? connection_->unusable() : "the store could not be opened again";
}

// One door for every call of the port: locked, alive, and with no exception leaving it.
template <class Answer, class Work>
Answer SqliteStore::attempt(Work&& work) {
  const std::lock_guard lock(mutex_);
  try {
    if (const char* why = unusable()) return StorageFailure{why};
    try {
      return work(*connection_);
    } catch (const SQLite::Exception& error) {
      return failure_of(*connection_, error);
    }
  } catch (const std::bad_alloc&) {
    connection_->roll_back();
    return StorageFailure{"out of memory"};
  }
}

absl::Status SqliteStore::attempt_status(
    const std::function<absl::Status(SqliteConnection&)>& work) {
  const std::lock_guard lock(mutex_);
  const absl::Status done = with_status(path_, [&]() -> absl::Status {
    if (const char* why = unusable()) return absl::FailedPreconditionError(why);
    try {
      return work(*connection_);
    } catch (const SQLite::Exception& error) {
      connection_->note_failure(error.getExtendedErrorCode());
      throw;
    }
  });
  if (connection_ && !done.ok()) connection_->roll_back();
  return done;
}

CommitAnswer SqliteStore::commit(std::span<const StreamBatch> batch) {
  return attempt<CommitAnswer>([&](SqliteConnection& connection) {
    check_batch(batch);
    return write_batch(connection, batch);
  });
}

FoundAnswer SqliteStore::find_answer(StreamId stream, CommandId command) {
  return attempt<FoundAnswer>([&](SqliteConnection& connection) {
    return auction::find_answer(connection, stream, command);
  });
}

StreamsAnswer SqliteStore::streams() {
  return attempt<StreamsAnswer>(
      [](SqliteConnection& connection) { return list_streams(connection); });
}

HeadAnswer SqliteStore::read(StreamId stream, std::uint64_t from_seq, const RecordVisitor& visit) {
  return attempt<HeadAnswer>([&](SqliteConnection& connection) {
    return read_stream(connection, stream, from_seq, visit);
  });
}

HeadAnswer SqliteStore::head(StreamId stream) {
  return attempt<HeadAnswer>(
      [&](SqliteConnection& connection) { return end_of(connection, stream); });
}

StoreHealth SqliteStore::health() const {
  const std::lock_guard lock(mutex_);
  return connection_ ? connection_->health : StoreHealth::kStopped;
}

int SqliteStore::format() const {
  const std::lock_guard lock(mutex_);
  return connection_ ? connection_->format : 0;
}

absl::Status SqliteStore::checkpoint() {
  return attempt_status([](SqliteConnection& connection) {
    const int rc = connection.checkpoint();
    if (rc == 0) return absl::OkStatus();
    if (!is_full(rc)) connection.note_failure(rc);
    return status_of(rc, "a checkpoint");
  });
}

// The old connection is gone, its log left as it is, before the new one reads what is on the disk.
absl::Status SqliteStore::reopen() {
  {
    const std::lock_guard lock(mutex_);
    if (connection_ && connection_->process != ::getpid()) {
      return absl::FailedPreconditionError(connection_->unusable());
    }
    if (connection_) connection_->health = StoreHealth::kStopped;
    connection_.reset();
    SqliteOptions options = options_;
    options.create = false;
    absl::StatusOr<std::unique_ptr<SqliteConnection>> opened = open_connection(path_, options);
    if (!opened.ok()) return opened.status();
    connection_ = std::move(*opened);
  }
  return verify();
}

absl::Status SqliteStore::finalize_upgrade() {
  return attempt_status([](SqliteConnection& connection) {
    connection.db->exec("PRAGMA user_version = " + std::to_string(kNewestFormat));
    connection.format = kNewestFormat;
    return absl::OkStatus();
  });
}

absl::Status SqliteStore::verify() { return attempt_status(verify_file); }

absl::Status SqliteStore::keep_snapshot(StreamId stream, const Snapshot& snapshot) {
  return attempt_status(
      [&](SqliteConnection& connection) { return put_snapshot(connection, stream, snapshot); });
}

absl::StatusOr<std::optional<Snapshot>> SqliteStore::find_snapshot(StreamId stream) {
  std::optional<Snapshot> found;
  const absl::Status read = attempt_status([&](SqliteConnection& connection) {
    found = sound_snapshot(connection, stream);
    return absl::OkStatus();
  });
  if (!read.ok()) return read;
  return found;
}

}  // namespace auction
