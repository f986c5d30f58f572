// A folder of its own for a test, gone with everything in it at the end.
//
//   Folder folder;
//   auto store = must(SqliteStore::open(folder / "auctions.db"));
#pragma once

#include <stdlib.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "libauction/adapters/sqlite/sqlite_store.h"
#include "tests/catch.h"

namespace auction {

class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "auction-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const char* name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

// Small logs, so that tests spend no time on filling 16 MiB with zeros.
inline SqliteOptions small() { return {.create = true, .wal_bytes = 64 << 10, .vfs = ""}; }

inline std::unique_ptr<SqliteStore> must(absl::StatusOr<std::unique_ptr<SqliteStore>> store) {
  INFO(store.status().ToString());
  REQUIRE(store.ok());
  return std::move(*store);
}

inline void must(const absl::Status& status) {
  INFO(status.ToString());
  REQUIRE(status.ok());
}

}  // namespace auction
