// The pace: virtual time that passes as fast as the time on the wall, or so many times faster.
//
// The clock and the sleep are given, so that a test needs no time. A pace that fell behind does not
// sleep until it has caught up.
//
//   Pace pace(60);
//   pace.wait_until(at, [&](Instant now) { draw(now); });
#pragma once

#include <chrono>
#include <functional>

#include "libauction/base/instant.h"

namespace auction::demo {

class Pace {
 public:
  using Span = std::chrono::microseconds;

  explicit Pace(std::int64_t speed);  // of the machine
  Pace(std::int64_t speed, std::function<Span()> clock, std::function<void(Span)> sleep);

  // Returns when `at` has come; the first call begins there. `meanwhile` is told the time before
  // each sleep, about ten times a second.
  void wait_until(Instant at, const std::function<void(Instant)>& meanwhile);

 private:
  std::int64_t speed_;
  std::function<Span()> clock_;
  std::function<void(Span)> sleep_;
  bool begun_ = false;
  Instant first_at_;
  Span first_{0};
};

}  // namespace auction::demo
