#include "libauction/adapters/sqlite/wal_internal.h"

#include <sqlite3.h>

#include <algorithm>
#include <vector>

namespace auction {
namespace {

constexpr std::int64_t kBlock = 64 << 10;

sqlite3_file* wal_of(sqlite3* db) {
  sqlite3_file* file = nullptr;
  sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file);
  return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

int flush(sqlite3_file* file) { return file->pMethods->xSync(file, SQLITE_SYNC_FULL); }

int write_zeros(sqlite3_file* file, std::int64_t from, std::int64_t to) {
  const std::vector<char> zeros(static_cast<std::size_t>(kBlock), 0);
  for (std::int64_t at = from; at < to; at += kBlock) {
    const int size = static_cast<int>(std::min(kBlock, to - at));
    if (const int rc = file->pMethods->xWrite(file, zeros.data(), size, at)) return rc;
  }
  return flush(file);
}

int rewrite(sqlite3_file* file, std::int64_t size) {
  std::vector<char> block(static_cast<std::size_t>(kBlock));
  for (std::int64_t at = 0; at < size; at += kBlock) {
    const int part = static_cast<int>(std::min(kBlock, size - at));
    if (const int rc = file->pMethods->xRead(file, block.data(), part, at)) return rc;
    if (const int rc = file->pMethods->xWrite(file, block.data(), part, at)) return rc;
  }
  return flush(file);
}

}  // namespace

int make_wal_durable(sqlite3* db) {
  sqlite3_file* file = wal_of(db);
  if (file == nullptr) return SQLITE_OK;
  sqlite3_int64 size = 0;
  if (const int rc = file->pMethods->xFileSize(file, &size)) return rc;
  return size == 0 ? SQLITE_OK : rewrite(file, size);
}

int preallocate_wal(sqlite3* db, std::int64_t bytes) {
  sqlite3_file* file = wal_of(db);
  if (file == nullptr) return SQLITE_OK;
  sqlite3_int64 size = 0;
  if (const int rc = file->pMethods->xFileSize(file, &size)) return rc;
  if (size >= bytes) return SQLITE_OK;
  const int rc = write_zeros(file, size, bytes);
  if ((rc & 0xff) == SQLITE_FULL) file->pMethods->xTruncate(file, size);
  return rc;
}

}  // namespace auction
