// The clock: the port through which a host learns what time it is.
//
// AnchoredClock reads the wall clock once and counts on with the monotonic one, so that somebody
// who sets the machine's time moves no deadline. It begins no earlier than `not_before`, the newest
// stamp in the store, so that time does not run backwards over a restart either.
//
//   AnchoredClock clock;
//   house.open(clock.now());
//   house.submit({..., .at = clock.now()});          // when the bytes were read
//
// Any thread may read it.
#pragma once

#include "libauction/base/instant.h"

namespace auction {

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() = 0;
};

class AnchoredClock final : public Clock {
 public:
  explicit AnchoredClock(Instant not_before = Instant{0});
  Instant now() override;

 private:
  Instant anchor_;
  Millis counter_at_anchor_;
};

// Time that stands still until somebody moves it: for tests and simulations.
class HandClock final : public Clock {
 public:
  explicit HandClock(Instant now) : now_(now) {}
  Instant now() override { return now_; }
  void pass(Millis length) { now_ = now_ + length; }

 private:
  Instant now_;
};

}  // namespace auction
