#include "libauction/adapters/sqlite/connection_internal.h"

#include <sqlite3.h>
#include <unistd.h>

#include "libauction/adapters/sqlite/file_internal.h"
#include "libauction/adapters/sqlite/settings_internal.h"
#include "libauction/adapters/sqlite/wal_internal.h"

namespace auction {
namespace {

constexpr int kPageBytes = 4096;

int opening_flags(const SqliteOptions& options) {
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
         (options.create ? SQLITE_OPEN_CREATE : 0);
}

int count_wal_pages(void* pages, sqlite3*, const char*, int in_log) {
  *static_cast<std::int64_t*>(pages) = in_log;
  return SQLITE_OK;
}

}  // namespace

SqliteStatements::SqliteStatements(SQLite::Database& db)
    : begin(db, "BEGIN IMMEDIATE"),
      commit(db, "COMMIT"),
      end_of_stream(db,
                    "SELECT last_seq, head FROM commits WHERE stream = ? "
                    "ORDER BY first_seq DESC LIMIT 1"),
      add_commit(db,
                 "INSERT INTO commits(stream, first_seq, last_seq, head, answers, bytes) "
                 "VALUES(?, ?, ?, ?, ?, ?)"),
      add_answer(db,
                 "INSERT INTO answers(n, stream, command, payload, seal, answer) "
                 "VALUES(?, ?, ?, ?, ?, ?)"),
      find_answer(db,
                  "SELECT n, payload, seal, answer FROM answers WHERE stream = ? AND command = ?"),
      read_from(db,
                "SELECT first_seq, last_seq, head, bytes FROM commits WHERE stream = ?1 AND "
                "first_seq >= coalesce((SELECT max(first_seq) FROM commits WHERE stream = ?1 AND "
                "first_seq <= ?2), 0) ORDER BY first_seq") {}

SqliteConnection::SqliteConnection(const std::string& file, const SqliteOptions& given)
    : path(file),
      options(given),
      process(::getpid()),
      db(std::make_unique<SQLite::Database>(file, opening_flags(given), 0, given.vfs)) {}

SqliteConnection::~SqliteConnection() {
  if (process != ::getpid()) {
    (void)statements.release();
    (void)db.release();
    return;
  }
  statements.reset();
  if (health == StoreHealth::kStopped) return;
  sqlite3_db_config(db->getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

absl::Status SqliteConnection::set_up(int newest) {
  if (sqlite3_db_readonly(db->getHandle(), "main") != 0) {
    return absl::PermissionDeniedError("the file is read-only");
  }
  set_guards(*db);
  const absl::StatusOr<int> found = read_format(*db, newest);
  if (!found.ok()) return found.status();
  if (*found == 0 && !options.create) return absl::NotFoundError("the file is empty");
  if (*found != 0) {
    if (absl::Status ours = check_schema(*db); !ours.ok()) return ours;
  } else {
    db->exec("PRAGMA page_size = " + std::to_string(kPageBytes));
    db->exec("PRAGMA auto_vacuum = NONE");
  }
  if (absl::Status held = set_and_read_back(*db); !held.ok()) return held;
  if (absl::Status durable = set_up_wal(); !durable.ok()) return durable;
  if (*found == 0) create_schema(*db);
  format = *found == 0 ? kCreatedFormat : *found;
  statements = std::make_unique<SqliteStatements>(*db);
  answers = db->execAndGet("SELECT coalesce(max(n), 0) FROM answers").getInt64();
  health = StoreHealth::kWritable;
  return absl::OkStatus();
}

// A full disk is no reason not to open: what was kept can be read, and space may come.
absl::Status SqliteConnection::set_up_wal() {
  sqlite3* handle = db->getHandle();
  sqlite3_wal_hook(handle, count_wal_pages, &wal_pages);
  (void)db->execAndGet("SELECT count(*) FROM sqlite_schema").getInt();  // opens the log
  if (const int rc = make_wal_durable(handle)) return status_of(rc, "flushing the log");
  const int moved = checkpoint();
  if (moved != SQLITE_OK && !is_full(moved)) return status_of(moved, "a checkpoint");
  const int filled = preallocate_wal(handle, options.wal_bytes);
  if (filled != SQLITE_OK && !is_full(filled)) return status_of(filled, "filling the log's file");
  return absl::OkStatus();
}

// Passive, because with one connection it moves everything and leaves the log's file as large as it
// is; the next commit begins it anew.
int SqliteConnection::checkpoint() noexcept {
  int in_log = 0;
  int moved = 0;
  const int rc = sqlite3_wal_checkpoint_v2(db->getHandle(), "main", SQLITE_CHECKPOINT_PASSIVE,
                                           &in_log, &moved);
  if (rc == SQLITE_OK && moved == in_log) wal_pages = 0;
  return rc;
}

void SqliteConnection::roll_back() noexcept {
  if (sqlite3_get_autocommit(db->getHandle()) != 0) return;
  db->tryExec("ROLLBACK");
  if (sqlite3_get_autocommit(db->getHandle()) == 0) health = StoreHealth::kStopped;
}

const char* SqliteConnection::unusable() const {
  if (process != ::getpid()) return "the store belongs to the process that opened it";
  if (health == StoreHealth::kStopped) return "the store has stopped after an error: reopen it";
  return nullptr;
}

// Never is a flush tried again on the same connection: the system may say yes and mean nothing.
void SqliteConnection::note_failure(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      health = StoreHealth::kFull;
      return;
    case SQLITE_NOMEM:
    case SQLITE_TOOBIG:
    case SQLITE_CONSTRAINT:
      return;
    case SQLITE_IOERR:
      if (code == SQLITE_IOERR_NOMEM) return;
      break;
    default:
      break;
  }
  health = StoreHealth::kStopped;
}

absl::StatusOr<std::unique_ptr<SqliteConnection>> open_connection(const std::string& path,
                                                                  const SqliteOptions& options,
                                                                  int newest) {
  using Opened = absl::StatusOr<std::unique_ptr<SqliteConnection>>;
  return with_status(path, [&]() -> Opened {
    const std::string file = options.vfs.empty() ? file_name(path) : path;
    if (options.vfs.empty()) {
      if (absl::Status fits = check_file(file, options.create); !fits.ok()) return fits;
    }
    auto connection = std::make_unique<SqliteConnection>(file, options);
    const absl::Status set_up = connection->set_up(newest);
    if (set_up.ok()) return connection;
    return absl::Status(set_up.code(), path + ": " + std::string(set_up.message()));
  });
}

absl::Status status_of(int code, const std::string& message) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return absl::FailedPreconditionError(message);
    case SQLITE_CORRUPT:
      return absl::DataLossError(message);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return absl::UnavailableError(message + ": another process has it open");
    case SQLITE_FULL:
    case SQLITE_NOMEM:
      return absl::ResourceExhaustedError(message);
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return absl::PermissionDeniedError(message);
    case SQLITE_CANTOPEN:
      return absl::FailedPreconditionError(message);
    default:
      return absl::InternalError(message);
  }
}

}  // namespace auction
