// The schema of a store's file, and what it may hold besides: nothing.
//
// application_id says that the file is ours, user_version which format it has. Records and answers
// are append-only by triggers, so that neither a defect nor a hand with a SQL shell changes them
// unnoticed; snapshots are a cache and may go.
#pragma once

#include <absl/status/statusor.h>

namespace SQLite {
class Database;
}

namespace auction {

inline constexpr int kApplicationId = 0x41554354;  // "AUCT"
inline constexpr int kOldestFormat = 1;
inline constexpr int kNewestFormat = 1;
inline constexpr int kCreatedFormat = 1;  // what the release before this one reads too

// What is in the file before anything was changed: its format, or 0 when it is still empty. An
// error if it belongs to another program or to a newer release than one that knows `newest`.
absl::StatusOr<int> read_format(SQLite::Database& db, int newest = kNewestFormat);

void create_schema(SQLite::Database& db);

// Every object must be one of ours, word for word, and none may be missing.
absl::Status check_schema(SQLite::Database& db);

// Whether a release which knows only `format` reads records of this version. Format 1: auctions,
// seasons and leagues, the first encoding of each.
bool reads_version(int format, std::uint16_t version);

}  // namespace auction
