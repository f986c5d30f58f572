// One open connection: settings that were set and read back, and the statements it keeps.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <absl/status/statusor.h>

#include <memory>
#include <new>
#include <optional>
#include <string>

#include "libauction/adapters/sqlite/schema_internal.h"
#include "libauction/adapters/sqlite/sqlite_store.h"

namespace auction {

struct SqliteStatements {
  explicit SqliteStatements(SQLite::Database& db);

  SQLite::Statement begin, commit, end_of_stream, add_commit, add_answer, find_answer, read_from;
};

struct SqliteConnection {
  SqliteConnection(const std::string& path, const SqliteOptions& options);
  ~SqliteConnection();  // moves the log into the file if all is well, else leaves all as it is
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  absl::Status set_up(int newest_format);
  int checkpoint() noexcept;  // an SQLite result code
  void roll_back() noexcept;
  const char* unusable() const;  // why nothing may be done, or nullptr
  void note_failure(int code);   // what an error means for the health

  std::string path;
  SqliteOptions options;
  StoreHealth health = StoreHealth::kStopped;  // until all is set up
  int format = 0;
  int process = 0;
  std::int64_t wal_pages = 0;  // in the log since its last checkpoint
  std::int64_t answers = 0;    // stored so far

  // A child after fork() lets both go unclosed: closing would write to its parent's file.
  std::unique_ptr<SQLite::Database> db;
  std::unique_ptr<SqliteStatements> statements;

 private:
  absl::Status set_up_wal();
};

// Opens and sets up, and changes nothing in a file that it refuses. `newest_format` is what the
// release knows; tests of upgrades say something else.
absl::StatusOr<std::unique_ptr<SqliteConnection>> open_connection(const std::string& path,
                                                                  const SqliteOptions& options,
                                                                  int newest = kNewestFormat);

// Of an SQLite error: DataLoss for damage, Unavailable for a lock, ResourceExhausted for no space
// or no memory, PermissionDenied for what may not be written, Internal for the rest.
absl::Status status_of(int code, const std::string& message);

// Runs work that may throw what SQLiteCpp throws, or run out of memory even while it says so.
template <class Work>
auto with_status(const std::string& path, Work&& work) -> decltype(work()) {
  try {
    try {
      return work();
    } catch (const SQLite::Exception& error) {
      return status_of(error.getExtendedErrorCode(), path + ": " + error.what());
    }
  } catch (const std::bad_alloc&) {
    return absl::ResourceExhaustedError("");  // a text would have to be allocated
  }
}

inline bool is_full(int code) { return (code & 0xff) == 13; }  // SQLITE_FULL

}  // namespace auction
