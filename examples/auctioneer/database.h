// Databases of logs, as the auctioneer opens them: whatever is wrong is a Stop with its exit code.
//
// Damage is code 1 (a verification says no), a file that is no store or does not hold what was
// asked for code 3, a machine that says no (in use, read-only, full) code 4.
#pragma once

#include <memory>

#include "examples/auctioneer/log_place.h"
#include "libauction/adapters/sqlite/sqlite_store.h"

namespace auction::cli {

enum class Opening { kToRead, kToWrite };

// To read, the file must be there.
std::unique_ptr<SqliteStore> open_database(const std::string& path, Opening opening);

// Ends the command, unless all is well.
void demand(const absl::Status& status, Opening opening = Opening::kToRead);

// What a call of the port answered, or a Stop. The store is used up then.
template <class Value, class Answer>
Value demand(Answer answer, SqliteStore& store, const std::string& path);

// Ends the command after a StorageFailure: looks again, to tell damage from a machine's fault.
[[noreturn]] void stop_for(const StorageFailure& failure, SqliteStore& store,
                           const std::string& path);

template <class Value, class Answer>
Value demand(Answer answer, SqliteStore& store, const std::string& path) {
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) stop_for(*failure, store, path);
  return std::get<Value>(std::move(answer));
}

// The auction that was named, or the only one.
StreamId chosen_stream(SqliteStore& store, const LogPlace& place);

std::vector<Record> records_in(SqliteStore& store, StreamId stream, const std::string& path);

}  // namespace auction::cli
