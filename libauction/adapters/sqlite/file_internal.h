// Where a store's file may stand. Only names are looked at: opening and closing the file here would
// drop the locks that this process holds on it.
#pragma once

#include <absl/status/status.h>

#include <string>

namespace auction {

// Whether fsync and locks on such a file system may be answered by another machine.
bool is_network_file_system(unsigned long type);

// A regular file or none yet, in a folder that exists, on a local file system; both may be written.
absl::Status check_file(const std::string& path, bool create);

// Absolute, so that no name means something to SQLite ("file:...", ":memory:").
std::string file_name(const std::string& path);

}  // namespace auction
