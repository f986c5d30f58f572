#include <sqlite3.h>

#include "libauction/adapters/sqlite/store_work_internal.h"

namespace auction {
namespace {

Digest digest_of(StreamId stream, const Snapshot& snapshot) {
  Bytes name;
  put(name, stream);
  put_u64(name, snapshot.head.seq);
  put_bytes(name, snapshot.head.hash.bytes);
  Sha256 hasher;
  hasher.update(name);
  hasher.update(snapshot.state);
  return hasher.finish();
}

// Whether a record of the stream ends at this head.
bool is_on_chain(SqliteConnection& connection, StreamId stream, const Head& head) {
  bool found = false;
  const HeadAnswer read = read_stream(connection, stream, head.seq, [&](const Record& record) {
    found = head_after(record) == head;
    return false;
  });
  return found && std::holds_alternative<Head>(read);
}

}  // namespace

absl::Status put_snapshot(SqliteConnection& connection, StreamId stream, const Snapshot& snapshot) {
  if (!is_on_chain(connection, stream, snapshot.head)) {
    return absl::FailedPreconditionError("no record of the stream ends at the snapshot's head");
  }
  SQLite::Statement replace(*connection.db,
                            "INSERT INTO snapshots(stream, seq, head, digest, state) "
                            "VALUES(?, ?, ?, ?, ?) ON CONFLICT(stream) DO UPDATE SET "
                            "seq = excluded.seq, head = excluded.head, digest = excluded.digest, "
                            "state = excluded.state");
  InUse row(replace);
  row.bind(1, stream);
  row.bind(2, snapshot.head.seq);
  row.bind(3, snapshot.head.hash);
  row.bind(4, digest_of(stream, snapshot));
  row.bind_bytes(5, snapshot.state);
  row.step();
  return absl::OkStatus();
}

std::optional<Snapshot> sound_snapshot(SqliteConnection& connection, StreamId stream) {
  Snapshot found;
  Digest digest;
  {
    SQLite::Statement select(*connection.db,
                             "SELECT seq, head, digest, state FROM snapshots WHERE stream = ?");
    InUse row(select);
    row.bind(1, stream);
    if (!row.step() || !row.digest(1, found.head.hash) || !row.digest(2, digest)) {
      return std::nullopt;
    }
    found.head.seq = row.number(0);
    const ByteView state = row.bytes(3);
    found.state.assign(state.begin(), state.end());
  }
  if (digest != digest_of(stream, found)) return std::nullopt;
  if (!is_on_chain(connection, stream, found.head)) return std::nullopt;
  return found;
}

}  // namespace auction
