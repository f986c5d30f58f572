#include <sqlite3.h>

#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {
namespace {

absl::Status damage(const std::string& what) { return absl::DataLossError(what); }

// SQLite's own: pages, their order, their checksums where there are any, indexes and constraints.
absl::Status check_pages(SQLite::Database& db) {
  const std::string said = db.execAndGet("PRAGMA integrity_check(1)").getText();
  return said == "ok" ? absl::OkStatus() : damage(said);
}

absl::Status check_stream(SqliteConnection& connection, StreamId stream) {
  Head head = genesis(stream);
  LinkFault fault = LinkFault::kNone;
  const HeadAnswer read = read_stream(connection, stream, 1, [&](const Record& record) {
    fault = check_link(head, record);
    if (fault == LinkFault::kNone) head = head_after(record);
    return fault == LinkFault::kNone;
  });
  const std::string where = "stream " + to_text(stream) + ": ";
  if (const auto* failure = std::get_if<StorageFailure>(&read))
    return damage(where + failure->what);
  if (fault == LinkFault::kNone) return absl::OkStatus();
  return damage(where + "event " + std::to_string(head.seq + 1) + ": " +
                std::string(sentence(fault)));
}

// Counted without a gap, each under its seal, and as many as the commits say.
absl::Status check_answers(SQLite::Database& db) {
  SQLite::Statement all(db,
                        "SELECT n, stream, command, payload, seal, answer FROM answers ORDER BY n");
  InUse rows(all);
  std::uint64_t count = 0;
  while (rows.step()) {
    ByteReader names(rows.bytes(1));
    ByteReader commands(rows.bytes(2));
    const StreamId stream = names.id<StreamTag>();
    StoredAnswer answer;
    answer.command = commands.id<CommandTag>();
    const bool is_whole = rows.digest(3, answer.payload) && names.finished() && commands.finished();
    const ByteView kept = rows.bytes(5);
    answer.answer.assign(kept.begin(), kept.end());
    const ByteView seal = rows.bytes(4);
    const Seal expected = seal_of(++count, stream, answer);
    if (!is_whole || rows.number(0) != count ||
        !std::equal(seal.begin(), seal.end(), expected.begin(), expected.end())) {
      return damage("answer " + std::to_string(count) + " was changed or is missing");
    }
  }
  const auto number = [&](const char* sql) {
    return static_cast<std::uint64_t>(db.execAndGet(sql).getInt64());
  };
  const bool is_all = number("SELECT coalesce(max(seq), 0) FROM sqlite_sequence") == count &&
                      number("SELECT coalesce(max(answers), 0) FROM commits") <= count;
  return is_all ? absl::OkStatus() : damage("answers are missing at the end");
}

}  // namespace

absl::Status verify_file(SqliteConnection& connection) {
  if (absl::Status ours = check_schema(*connection.db); !ours.ok()) return ours;
  if (absl::Status pages = check_pages(*connection.db); !pages.ok()) return pages;
  for (const StreamId stream : list_streams(connection)) {
    if (absl::Status sound = check_stream(connection, stream); !sound.ok()) return sound;
  }
  return check_answers(*connection.db);
}

}  // namespace auction
