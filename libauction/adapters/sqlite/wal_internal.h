// The write-ahead log's file, below SQLite's statements.
#pragma once

#include <cstdint>

struct sqlite3;

namespace auction {

// Both answer an SQLite result code. For an open connection in WAL mode, outside a transaction.

// Writes what the log holds over itself and flushes it. After a process died, what it wrote may be
// in the system's memory alone; after a failed fsync it may be there and look clean. What recovery
// has read from it must be on the disk before anything rests on it.
int make_wal_durable(sqlite3* db);

// Fills the log's file with zeros up to a size and flushes it: SQLite reads no frame in zeros, and
// a commit into allocated blocks needs no change of the file's metadata. On a full disk the file is
// cut back to where it was, and SQLITE_FULL answered.
int preallocate_wal(sqlite3* db, std::int64_t bytes);

}  // namespace auction
