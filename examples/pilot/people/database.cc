#include "examples/pilot/people/database.h"

#include <SQLiteCpp/Backup.h>

namespace pilot {
namespace {

constexpr int kApplication = 0x50504c45;  // "PPLE"
constexpr int kLayout = 1;

constexpr const char* kTables = R"(
CREATE TABLE users (
  id BLOB PRIMARY KEY, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
  created_at INTEGER NOT NULL) STRICT;
CREATE TABLE families (
  id BLOB PRIMARY KEY, user BLOB NOT NULL, begun_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE refresh_tokens (
  hash BLOB PRIMARY KEY, family BLOB NOT NULL, expires_at INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE links (
  hash BLOB PRIMARY KEY, email TEXT NOT NULL, name TEXT NOT NULL,
  expires_at INTEGER NOT NULL) STRICT;
CREATE TABLE invites (league BLOB PRIMARY KEY, token TEXT NOT NULL UNIQUE) STRICT;
CREATE INDEX families_of_user ON families (user);
CREATE INDEX tokens_of_family ON refresh_tokens (family);
)";

int number(SQLite::Database& database, const char* pragma) {
  return database.execAndGet(pragma).getInt();
}

absl::Status make_or_check(SQLite::Database& database) {
  SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
  const int application = number(database, "PRAGMA application_id");
  const int layout = number(database, "PRAGMA user_version");
  if (application == 0 && layout == 0 &&
      number(database, "SELECT count(*) FROM sqlite_schema") == 0) {
    database.exec(kTables);
    database.exec("PRAGMA application_id=" + std::to_string(kApplication));
    database.exec("PRAGMA user_version=" + std::to_string(kLayout));
  } else if (application != kApplication) {
    return absl::FailedPreconditionError("it is no database of people");
  } else if (layout != kLayout) {
    return absl::FailedPreconditionError("it is of another version");
  }
  transaction.commit();
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::unique_ptr<SQLite::Database>> open_people_database(const std::string& file) {
  try {
    auto database = std::make_unique<SQLite::Database>(
        file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, 5'000);
    database->exec("PRAGMA trusted_schema=OFF");
    database->exec("PRAGMA journal_mode=WAL");
    database->exec("PRAGMA synchronous=FULL");
    database->exec("PRAGMA secure_delete=ON");  // who is erased is gone from the file, too
    if (const absl::Status status = make_or_check(*database); !status.ok()) return status;
    return database;
  } catch (const SQLite::Exception& failure) {
    return absl::UnavailableError(failure.what());
  }
}

absl::StatusOr<std::int64_t> copy_people_database(const std::string& from, const std::string& to) {
  auto people = open_people_database(from);
  if (!people.ok()) return people.status();
  try {
    SQLite::Database copy(to, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    copy.exec("PRAGMA synchronous=EXTRA");
    SQLite::Backup backup(copy, **people);
    backup.executeStep(-1);
    const std::string sound = copy.execAndGet("PRAGMA integrity_check").getString();
    if (sound != "ok") return absl::DataLossError(sound);
    return copy.execAndGet("SELECT count(*) FROM users").getInt64();
  } catch (const SQLite::Exception& failure) {
    return absl::UnavailableError(failure.what());
  }
}

std::string blob(const auction::Digest& digest) {
  return {reinterpret_cast<const char*>(digest.bytes.data()), digest.bytes.size()};
}

std::string id_blob(std::uint64_t hi, std::uint64_t lo) {
  std::string bytes;
  for (const std::uint64_t word : {hi, lo}) {
    for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(word >> shift & 0xff);
  }
  return bytes;
}

void read_id(const SQLite::Column& column, std::uint64_t& hi, std::uint64_t& lo) {
  const auto* bytes = static_cast<const std::uint8_t*>(column.getBlob());
  if (column.getBytes() != 16) throw SQLite::Exception("an id of another length");
  for (int i = 0; i < 8; ++i) {
    hi = hi << 8 | bytes[i];
    lo = lo << 8 | bytes[i + 8];
  }
}

void bind_blob(SQLite::Statement& statement, int place, const std::string& bytes) {
  statement.bind(place, bytes.data(), static_cast<int>(bytes.size()));
}

}  // namespace pilot
