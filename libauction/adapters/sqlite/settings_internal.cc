#include "libauction/adapters/sqlite/settings_internal.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <array>
#include <string>

namespace auction {
namespace {

struct Setting {
  const char* name;
  const char* set;
  const char* reads;
  bool may_be_missing = false;  // a build without the behaviour has no setting for it
};

// FULL flushes the log at every commit. No mapped memory: a full disk or a bad block would be a
// signal instead of an error. Recursive triggers, because REPLACE deletes without them.
constexpr std::array kSettings = {
    Setting{"journal_mode", "WAL", "wal"},
    Setting{"synchronous", "FULL", "2"},
    Setting{"fullfsync", "ON", "1"},
    Setting{"checkpoint_fullfsync", "ON", "1"},
    Setting{"wal_autocheckpoint", "0", "0"},
    Setting{"journal_size_limit", "-1", "-1"},
    Setting{"locking_mode", "EXCLUSIVE", "exclusive"},
    Setting{"trusted_schema", "OFF", "0"},
    Setting{"recursive_triggers", "ON", "1"},
    Setting{"cell_size_check", "ON", "1"},
    Setting{"mmap_size", "0", "0", true},
    Setting{"temp_store", "MEMORY", "2"},
    Setting{"writable_schema", "OFF", "0"},
    Setting{"cache_spill", "OFF", "0"},
};

void configure(SQLite::Database& db, int what, int value) {
  sqlite3_db_config(db.getHandle(), what, value, nullptr);
}

}  // namespace

void set_guards(SQLite::Database& db) {
  configure(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1);
  configure(db, SQLITE_DBCONFIG_DEFENSIVE, 1);
  configure(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
  configure(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0);
  configure(db, SQLITE_DBCONFIG_DQS_DML, 0);
  configure(db, SQLITE_DBCONFIG_DQS_DDL, 0);
  db.exec("PRAGMA locking_mode = EXCLUSIVE");
}

absl::Status set_and_read_back(SQLite::Database& db) {
  for (const Setting& setting : kSettings) {
    const std::string pragma = std::string("PRAGMA ") + setting.name;
    // Some answer with a row when they are set and some do not: both are fine.
    SQLite::Statement(db, pragma + " = " + setting.set).executeStep();
    SQLite::Statement reading(db, pragma);
    const bool is_there = reading.executeStep();
    if (!is_there && setting.may_be_missing) continue;
    const std::string reads = is_there ? reading.getColumn(0).getText() : "nothing";
    if (reads != setting.reads) {
      return absl::FailedPreconditionError(pragma + " reads " + reads + " after it was set to " +
                                           setting.set);
    }
  }
  return absl::OkStatus();
}

}  // namespace auction
