// Logs that somebody wrote: read from a file or a database, and folded up to a seq.
#pragma once

#include <string>

#include "examples/auctioneer/log_place.h"
#include "libauction/replay/fold.h"

namespace auction::cli {

struct LoadedLog {
  std::string name;
  std::vector<Record> records;  // at least one
  StreamId stream;
};

// Stops with bad input where a line is no record, and says which, or where the database does not
// hold this auction; a chain that does not hold is not looked for here.
LoadedLog load_log(const LogPlace& place);

// The same from the text of JSON Lines; `name` is what messages call it.
LoadedLog log_from_lines(const std::string& text, const std::string& name);

// The state after event `seq`, or at the end. Stops with "said no" where the log does not add up,
// and with bad input where it is not that long.
Replay replay_to(const LoadedLog& log, std::uint64_t seq = kToTheEnd);

}  // namespace auction::cli
