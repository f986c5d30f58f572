// Where a log is kept: in which file, and which auction it is in there.
//
// A file whose name ends in .db or .sqlite is a store (SQLite) and holds any number of auctions.
// Any other is JSON Lines and holds one.
//
//   auction.jsonl
//   auctions.db --auction 5b0c0000-0000-4000-8000-000000000001
#pragma once

#include <optional>
#include <string>

#include "examples/auctioneer/shell.h"
#include "libauction/log/record.h"

namespace auction::cli {

struct LogPlace {
  std::string path;     // empty: nowhere, for those who write
  std::string auction;  // an id; empty where there is no choice
};

bool is_database(const std::string& path);

// The auction that --auction names, if any.
std::optional<AuctionId> auction_of(const LogPlace& place);

// --log for a command that writes one, and the log that another one reads; both with --auction.
void add_log_to_write(CLI::App& command, LogPlace& place);
CLI::Option* add_log_to_read(CLI::App& command, LogPlace& place, const std::string& name = "log");

}  // namespace auction::cli
