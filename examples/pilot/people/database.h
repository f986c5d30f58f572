// The database of people: opened, made, and found to be ours. Used by the files of this folder.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <absl/status/statusor.h>

#include <memory>

#include "libauction/base/id.h"
#include "libauction/base/sha256.h"

namespace pilot {

absl::StatusOr<std::unique_ptr<SQLite::Database>> open_people_database(const std::string& file);

// Into a file that is not there yet, flushed and checked; how many users are in the copy.
absl::StatusOr<std::int64_t> copy_people_database(const std::string& from, const std::string& to);

// Ids and hashes are kept as blobs.
std::string blob(const auction::Digest& digest);
std::string id_blob(std::uint64_t hi, std::uint64_t lo);
template <class Tag>
std::string blob(auction::Id<Tag> id) {
  return id_blob(id.hi, id.lo);
}

void read_id(const SQLite::Column& column, std::uint64_t& hi, std::uint64_t& lo);
template <class Tag>
auction::Id<Tag> read_id(const SQLite::Column& column) {
  auction::Id<Tag> id;
  read_id(column, id.hi, id.lo);
  return id;
}

// Binds blobs, text and numbers in their order.
void bind_blob(SQLite::Statement& statement, int place, const std::string& bytes);

}  // namespace pilot
