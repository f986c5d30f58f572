// The log that a command writes while it plays an auction.
#pragma once

#include <functional>

#include "examples/auctioneer/log_place.h"
#include "libauction/log/event_log.h"

namespace auction::cli {

// Opens the log at this place, does the work and closes it: in memory, as JSON Lines or in a
// database. Whatever cannot be kept is a StorageFailure of the log, or a Stop at the close.
void with_log(const LogPlace& place, const std::function<void(EventLog&)>& work);

}  // namespace auction::cli
