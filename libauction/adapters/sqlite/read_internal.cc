#include <sqlite3.h>

#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {
namespace {

StorageFailure damage(std::uint64_t seq, const char* what) {
  return {"the file is damaged at event " + std::to_string(seq) + ": " + what};
}

// Where the row's first record says it begins. A read from the start knows better.
Head before(const CommitRow& row) {
  ByteReader in(row.bytes);
  const Record first = read_record(in);
  return {row.first_seq - 1, first.prev};
}

template <class Tag>
bool take_id(ByteView bytes, Id<Tag>& id) {
  ByteReader in(bytes);
  id = in.id<Tag>();
  return in.finished();
}

}  // namespace

HeadAnswer read_stream(SqliteConnection& connection, StreamId stream, std::uint64_t from_seq,
                       const RecordVisitor& visit) {
  const Head end = end_of(connection, stream);
  if (from_seq > end.seq) return end;
  InUse rows(connection.statements->read_from);
  rows.bind(1, stream);
  rows.bind(2, from_seq);
  Reading reading;
  reading.head = genesis(stream);
  reading.from_seq = from_seq;
  for (bool first = true; reading.go_on && rows.step(); first = false) {
    CommitRow row;
    if (!read_row(rows, row)) return damage(reading.head.seq + 1, "a row is not of its kind");
    if (first && from_seq > 1 && row.first_seq > 1) reading.head = before(row);
    if (!visit_row(row, reading, visit)) return damage(reading.head.seq + 1, reading.fault);
  }
  if (reading.go_on && reading.head != end) {
    return damage(reading.head.seq + 1, "the stream does not end where it says");
  }
  return end;
}

FoundAnswer find_answer(SqliteConnection& connection, StreamId stream, CommandId command) {
  InUse row(connection.statements->find_answer);
  row.bind(1, stream);
  row.bind(2, command);
  if (!row.step()) return std::nullopt;
  StoredAnswer found;
  found.command = command;
  const ByteView answer = row.bytes(3);
  found.answer.assign(answer.begin(), answer.end());
  const ByteView seal = row.bytes(2);
  const bool is_whole = row.digest(1, found.payload);
  const Seal expected = seal_of(row.number(0), stream, found);
  if (!is_whole || !std::equal(seal.begin(), seal.end(), expected.begin(), expected.end())) {
    return StorageFailure{"the file is damaged: an answer was changed"};
  }
  return found;
}

// From stream to stream by the key, because a DISTINCT would read every row.
std::vector<StreamId> list_streams(SqliteConnection& connection) {
  SQLite::Statement next(*connection.db, "SELECT min(stream) FROM commits WHERE stream > ?");
  std::vector<StreamId> found;
  Bytes last;
  while (true) {
    InUse row(next);
    row.bind_bytes(1, last);
    if (!row.step() || row.bytes(0).empty()) return found;
    const ByteView name = row.bytes(0);
    StreamId stream;
    if (!take_id(name, stream)) throw SQLite::Exception("a stream has no id", SQLITE_CORRUPT);
    last.assign(name.begin(), name.end());
    found.push_back(stream);
  }
}

}  // namespace auction
