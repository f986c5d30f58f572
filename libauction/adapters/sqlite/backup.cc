#include <sqlite3.h>
#include <sys/stat.h>

#include "libauction/adapters/sqlite/file_internal.h"
#include "libauction/adapters/sqlite/sqlite_store.h"
#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {
namespace {

constexpr int kPagesAtOnce = 1024;  // between two steps other callers have their turn

absl::Status check_target(const std::string& path) {
  if (absl::Status fits = check_file(path, true); !fits.ok()) return fits;
  struct stat found;
  if (::stat(path.c_str(), &found) == 0 && found.st_size > 0) {
    return absl::AlreadyExistsError(path + ": a backup is written where nothing is yet");
  }
  return absl::OkStatus();
}

// The copy is one transaction of the target, and the end of it is flushed with its folder: a
// backup that was reported cannot be taken back by a journal that reappears.
std::unique_ptr<SQLite::Database> open_target(const std::string& path, const std::string& vfs) {
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE;
  auto target = std::make_unique<SQLite::Database>(path, flags, 0, vfs);
  target->exec("PRAGMA synchronous = EXTRA");
  return target;
}

}  // namespace

int SqliteStore::copy_some(sqlite3_backup* copying) {
  const std::lock_guard lock(mutex_);
  if (unusable() != nullptr) return SQLITE_ABORT;
  return sqlite3_backup_step(copying, kPagesAtOnce);
}

absl::Status SqliteStore::backup(const std::string& path) {
  return with_status(path, [&]() -> absl::Status {
    const std::string file = options_.vfs.empty() ? file_name(path) : path;
    if (options_.vfs.empty()) {
      if (absl::Status fits = check_target(file); !fits.ok()) return fits;
    }
    if (absl::Status copied = copy_to(file); !copied.ok()) return copied;
    SqliteOptions options = options_;
    options.create = false;
    const absl::StatusOr<std::unique_ptr<SqliteStore>> copy = open(path, options);
    return copy.ok() ? (*copy)->verify() : copy.status();
  });
}

absl::Status SqliteStore::copy_to(const std::string& file) {
  const std::unique_ptr<SQLite::Database> target = open_target(file, options_.vfs);
  sqlite3_backup* copying = nullptr;
  const absl::Status begun = attempt_status([&](SqliteConnection& connection) {
    copying = sqlite3_backup_init(target->getHandle(), "main", connection.db->getHandle(), "main");
    return copying != nullptr ? absl::OkStatus()
                              : status_of(target->getExtendedErrorCode(), "the copy");
  });
  if (!begun.ok()) return begun;
  int rc = SQLITE_OK;
  while (rc == SQLITE_OK) rc = copy_some(copying);
  const std::lock_guard lock(mutex_);
  const int finished = sqlite3_backup_finish(copying);
  if (rc == SQLITE_DONE) rc = finished;
  return rc == SQLITE_OK ? absl::OkStatus() : status_of(rc, file + ": the copy was not finished");
}

}  // namespace auction
