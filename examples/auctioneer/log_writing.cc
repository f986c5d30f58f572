#include "examples/auctioneer/log_writing.h"

#include "examples/auctioneer/database_log.h"
#include "examples/auctioneer/file_log.h"

namespace auction::cli {
void with_log(const LogPlace& place, const std::function<void(EventLog&)>& work) {
  if (place.path.empty()) {
    MemoryLog log;
    return work(log);
  }
  if (is_database(place.path)) {
    DatabaseLog log(place.path);
    work(log);
    return log.close();
  }
  FileLog log(place.path);
  work(log);
  log.close();
}

}  // namespace auction::cli
