// Records: the one store of the pilot, and what stands on it. Auctions live in a House and are
// committed in groups by a writer thread; leagues and seasons are books, each command a commit of
// its own, written between two commits of the house.
//
//   auto records = Records::open("pilot.db", publisher, [&] { loop.wake(); }, clock.now());
//   records->house().submit(...);
//   records->turn(now);                       // each turn of the loop; never waits
//   StoreLog log(records->quiet_store(now));  // waits for the commit under way: a few ms
#pragma once

#include <absl/status/statusor.h>

#include <functional>
#include <memory>
#include <string>

#include "libauction/log/store_log.h"
#include "libauction/room/house.h"

namespace pilot {

using namespace auction;

class Records {
 public:
  static absl::StatusOr<std::unique_ptr<Records>> open(const std::string& file,
                                                       Publisher& publisher,
                                                       std::function<void()> wake, Instant now);
  virtual ~Records() = default;

  virtual House& house() = 0;
  virtual SaltSource& salts() = 0;
  virtual void turn(Instant now) = 0;
  virtual Instant next_alarm() const = 0;
  virtual void finish(Instant now) = 0;  // commits what was decided; before the end

  // The store while nobody else uses it. Not from inside the publisher.
  virtual Store& quiet_store(Instant now) = 0;

  // For readiness and metrics.
  virtual bool can_commit() const = 0;
  virtual Millis last_commit() const = 0;  // how long it took
  virtual std::uint64_t commit_failures() const = 0;
};

}  // namespace pilot
