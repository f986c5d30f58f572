// Whole files in, with errors that name them.
#pragma once

#include <string>
#include <vector>

#include "libauction/log/record.h"

namespace auction::cli {

// Stops with bad input where the file cannot be opened, or is above `most` bytes.
std::string read_file(const std::string& path, std::size_t most = std::size_t{1} << 30);

// Prefix of messages about a place in a file: "rules.json", or "standard input" for "-".
std::string name_of(const std::string& path);

}  // namespace auction::cli
