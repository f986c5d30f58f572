#include "libauction/adapters/sqlite/schema_internal.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>
#include <string>
#include <string_view>

#include "libauction/log/stream.h"

namespace auction {
namespace {

// One object of the schema; SQLite keeps the text of each as it was given.
struct Object {
  const char* name;
  const char* sql;  // nullptr: the index SQLite makes for UNIQUE

  bool begins(std::string_view words) const {
    return sql != nullptr && std::string_view(sql).substr(0, words.size()) == words &&
           std::string_view(name).substr(0, 7) != "sqlite_";  // those it makes itself
  }
};

// One row a stream and commit. In answers `n` counts from 1 without a gap; how far is kept in
// sqlite_sequence (AUTOINCREMENT) and in each commit, so that answers cut off at the end are
// missed.
constexpr std::array kObjects = {
    Object{"answers",
           "CREATE TABLE answers(n INTEGER PRIMARY KEY AUTOINCREMENT, "
           "stream BLOB NOT NULL CHECK(length(stream) = 16), "
           "command BLOB NOT NULL CHECK(length(command) = 16), "
           "payload BLOB NOT NULL CHECK(length(payload) = 32), "
           "seal BLOB NOT NULL CHECK(length(seal) = 16), answer BLOB NOT NULL, "
           "UNIQUE(stream, command)) STRICT"},
    Object{"answers_follow",
           "CREATE TRIGGER answers_follow BEFORE INSERT ON answers "
           "WHEN NEW.n <> 1 + coalesce((SELECT max(n) FROM answers), 0) "
           "BEGIN SELECT RAISE(ABORT, 'answers are counted without a gap'); END"},
    Object{"answers_stay",
           "CREATE TRIGGER answers_stay BEFORE DELETE ON answers "
           "BEGIN SELECT RAISE(ABORT, 'answers are kept'); END"},
    Object{"answers_stay_so",
           "CREATE TRIGGER answers_stay_so BEFORE UPDATE ON answers "
           "BEGIN SELECT RAISE(ABORT, 'answers are not changed'); END"},
    Object{"commits",
           "CREATE TABLE commits(stream BLOB NOT NULL CHECK(length(stream) = 16), "
           "first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL, "
           "head BLOB NOT NULL CHECK(length(head) = 32), answers INTEGER NOT NULL, "
           "bytes BLOB NOT NULL, PRIMARY KEY(stream, first_seq)) STRICT, WITHOUT ROWID"},
    Object{"commits_follow",
           "CREATE TRIGGER commits_follow BEFORE INSERT ON commits "
           "WHEN NEW.last_seq < NEW.first_seq OR NEW.first_seq <> 1 + coalesce((SELECT last_seq "
           "FROM commits WHERE stream = NEW.stream ORDER BY first_seq DESC LIMIT 1), 0) "
           "BEGIN SELECT RAISE(ABORT, 'a commit begins where its stream ends'); END"},
    Object{"commits_stay",
           "CREATE TRIGGER commits_stay BEFORE DELETE ON commits "
           "BEGIN SELECT RAISE(ABORT, 'records are kept'); END"},
    Object{"commits_stay_so",
           "CREATE TRIGGER commits_stay_so BEFORE UPDATE ON commits "
           "BEGIN SELECT RAISE(ABORT, 'records are not changed'); END"},
    Object{"snapshots",
           "CREATE TABLE snapshots(stream BLOB NOT NULL PRIMARY KEY, seq INTEGER NOT NULL, "
           "head BLOB NOT NULL, digest BLOB NOT NULL, state BLOB NOT NULL) STRICT"},
    Object{"sqlite_autoindex_answers_1", nullptr},
    Object{"sqlite_autoindex_snapshots_1", nullptr},
    Object{"sqlite_sequence", "CREATE TABLE sqlite_sequence(name,seq)"},
};

bool is_ours(const SQLite::Column& name, const SQLite::Column& sql, const Object& object) {
  if (std::string(name.getText()) != object.name) return false;
  if (object.sql == nullptr) return sql.isNull();
  return std::string(sql.getText()) == object.sql;
}

}  // namespace

absl::StatusOr<int> read_format(SQLite::Database& db, int newest) {
  const int application = db.execAndGet("PRAGMA application_id").getInt();
  const int format = db.execAndGet("PRAGMA user_version").getInt();
  const bool is_empty = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
  if (application == 0 && format == 0 && is_empty) return 0;
  if (application != kApplicationId) {
    return absl::FailedPreconditionError("the database belongs to another program");
  }
  if (format > newest) {
    return absl::FailedPreconditionError("the file has format " + std::to_string(format) +
                                         ", this release reads up to " + std::to_string(newest));
  }
  if (format < kOldestFormat) return absl::DataLossError("the file's format is unknown");
  return format;
}

void create_schema(SQLite::Database& db) {
  SQLite::Transaction creation(db, SQLite::TransactionBehavior::IMMEDIATE);
  for (const Object& object : kObjects) {
    if (object.begins("CREATE TABLE")) db.exec(object.sql);
  }
  for (const Object& object : kObjects) {
    if (object.begins("CREATE TRIGGER")) db.exec(object.sql);
  }
  db.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
  db.exec("PRAGMA user_version = " + std::to_string(kCreatedFormat));
  creation.commit();
}

absl::Status check_schema(SQLite::Database& db) {
  SQLite::Statement objects(db, "SELECT name, sql FROM sqlite_schema ORDER BY name");
  std::size_t known = 0;
  while (objects.executeStep()) {
    if (known == kObjects.size() ||
        !is_ours(objects.getColumn(0), objects.getColumn(1), kObjects[known])) {
      return absl::DataLossError("the schema holds something that is not ours: " +
                                 std::string(objects.getColumn(0).getText()));
    }
    ++known;
  }
  if (known != kObjects.size()) return absl::DataLossError("a part of the schema is missing");
  return absl::OkStatus();
}

bool reads_version(int format, std::uint16_t version) {
  return (version >> 8) <= static_cast<int>(StreamKind::kLeague) && (version & 0xff) <= format;
}

}  // namespace auction
