// What a store does once its door is locked: work on a connection. Each throws SQLite::Exception.
#pragma once

#include "libauction/adapters/sqlite/connection_internal.h"
#include "libauction/adapters/sqlite/rows_internal.h"

namespace auction {

Head end_of(SqliteConnection& connection, StreamId stream);

// The whole batch in a transaction, committed; or rolled back and a conflict.
CommitAnswer write_batch(SqliteConnection& connection, std::span<const StreamBatch> batch);

HeadAnswer read_stream(SqliteConnection& connection, StreamId stream, std::uint64_t from_seq,
                       const RecordVisitor& visit);
FoundAnswer find_answer(SqliteConnection& connection, StreamId stream, CommandId command);
std::vector<StreamId> list_streams(SqliteConnection& connection);

absl::Status verify_file(SqliteConnection& connection);

absl::Status put_snapshot(SqliteConnection& connection, StreamId stream, const Snapshot& snapshot);
std::optional<Snapshot> sound_snapshot(SqliteConnection& connection, StreamId stream);

// An answer of the port for what was thrown, with the connection rolled back.
StorageFailure failure_of(SqliteConnection& connection, const SQLite::Exception& error);

}  // namespace auction
