// The settings of a connection: set, and read back.
#pragma once

#include <absl/status/status.h>

namespace SQLite {
class Database;
}

namespace auction {

// Before the first read: one connection only, nothing run that a file says, no checkpoint behind
// our back.
void set_guards(SQLite::Database& db);

// Everything that durability rests on. An error if one does not hold: some builds of SQLite leave
// settings out.
absl::Status set_and_read_back(SQLite::Database& db);

}  // namespace auction
