#include "examples/auctioneer/demo/pace.h"

#include <algorithm>
#include <thread>

namespace auction::demo {
namespace {

constexpr Pace::Span kSlice{100'000};

Pace::Span wall_clock() {
  return std::chrono::duration_cast<Pace::Span>(
      std::chrono::steady_clock::now().time_since_epoch());
}

}  // namespace

Pace::Pace(std::int64_t speed)
    : Pace(speed, wall_clock, [](Span span) { std::this_thread::sleep_for(span); }) {}

Pace::Pace(std::int64_t speed, std::function<Span()> clock, std::function<void(Span)> sleep)
    : speed_(speed), clock_(std::move(clock)), sleep_(std::move(sleep)) {}

void Pace::wait_until(Instant at, const std::function<void(Instant)>& meanwhile) {
  const Span now = clock_();
  if (!begun_) {
    begun_ = true;
    first_at_ = at;
    first_ = now;
  }
  // From the beginning each time, so that rounding never adds up.
  const Span due = first_ + Span{(at - first_at_).count * 1000 / speed_};
  for (Span left = due - now; left > Span{0}; left = due - clock_()) {
    meanwhile({at.unix_ms - left.count() * speed_ / 1000});
    sleep_(std::min(left, kSlice));
  }
}

}  // namespace auction::demo
