#include <sqlite3.h>

#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {
namespace {

// Records of a later release than the file's format allows would shut out the predecessor.
bool is_readable_by_all(const SqliteConnection& connection, std::span<const Record> records) {
  for (const Record& record : records) {
    if (!reads_version(connection.format, record.version)) return false;
  }
  return true;
}

void add_records(SqliteConnection& connection, const StreamBatch& part, std::uint64_t answers) {
  Bytes bytes;
  for (const Record& record : part.records) put(bytes, record);
  InUse row(connection.statements->add_commit);
  row.bind(1, part.stream);
  row.bind(2, part.records.front().seq);
  row.bind(3, last_seq(part.records.back()));
  row.bind(4, part.records.back().hash);
  row.bind(5, answers);
  row.bind_bytes(6, bytes);
  row.step();
}

// False if this command has an answer already.
bool add_answer(SqliteConnection& connection, StreamId stream, const StoredAnswer& answer,
                std::uint64_t n) {
  const Seal seal = seal_of(n, stream, answer);
  InUse row(connection.statements->add_answer);
  row.bind(1, n);
  row.bind(2, stream);
  row.bind(3, answer.command);
  row.bind(4, answer.payload);
  row.bind_bytes(5, seal);
  row.bind_bytes(6, answer.answer);
  try {
    row.step();
  } catch (const SQLite::Exception& error) {
    if (error.getExtendedErrorCode() == SQLITE_CONSTRAINT_UNIQUE) return false;
    throw;
  }
  return true;
}

// A conflict, or nothing when the part is written.
std::optional<BatchConflict> add_part(SqliteConnection& connection, const StreamBatch& part,
                                      std::uint64_t& answers) {
  const Head end = end_of(connection, part.stream);
  if (!fits(part, end)) return BatchConflict{part.stream, end};
  for (const StoredAnswer& answer : part.answers) {
    if (!add_answer(connection, part.stream, answer, ++answers)) {
      return BatchConflict{part.stream, end};
    }
  }
  if (!part.records.empty()) add_records(connection, part, answers);
  return std::nullopt;
}

// The commit stands, so what goes wrong here is told to whoever comes next.
void checkpoint_if_long(SqliteConnection& connection) {
  if (connection.wal_pages * 4096 < connection.options.wal_bytes) return;
  const int rc = connection.checkpoint();
  if (rc != SQLITE_OK && !is_full(rc)) connection.note_failure(rc);
}

}  // namespace

Head end_of(SqliteConnection& connection, StreamId stream) {
  InUse row(connection.statements->end_of_stream);
  row.bind(1, stream);
  if (!row.step()) return genesis(stream);
  Head end{row.number(0), {}};
  if (!row.digest(1, end.hash)) throw SQLite::Exception("a head is no digest", SQLITE_CORRUPT);
  return end;
}

CommitAnswer write_batch(SqliteConnection& connection, std::span<const StreamBatch> batch) {
  for (const StreamBatch& part : batch) {
    if (!is_readable_by_all(connection, part.records)) {
      return StorageFailure{"records of this version need finalize_upgrade first"};
    }
  }
  // With a full disk the log may have used up its file while the database has room, or the reverse.
  if (connection.health == StoreHealth::kFull) (void)connection.checkpoint();
  auto answers = static_cast<std::uint64_t>(connection.answers);
  InUse(connection.statements->begin).step();
  for (const StreamBatch& part : batch) {
    if (auto conflict = add_part(connection, part, answers)) {
      connection.roll_back();
      return *conflict;
    }
  }
  InUse(connection.statements->commit).step();
  connection.answers = static_cast<std::int64_t>(answers);
  connection.health = StoreHealth::kWritable;
  checkpoint_if_long(connection);
  return Committed{};
}

StorageFailure failure_of(SqliteConnection& connection, const SQLite::Exception& error) {
  connection.roll_back();
  connection.note_failure(error.getExtendedErrorCode());
  if (error.getErrorCode() == SQLITE_NOMEM) return {"out of memory"};
  if (is_full(error.getErrorCode())) return {"the disk is full"};
  return {error.what()};
}

}  // namespace auction
