#include "libauction/room/clock.h"

#include <chrono>

namespace auction {
namespace {

template <class Source>
std::int64_t milliseconds_of() {
  const auto since = Source::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(since).count();
}

}  // namespace

AnchoredClock::AnchoredClock(Instant not_before)
    : anchor_(later({milliseconds_of<std::chrono::system_clock>()}, not_before)),
      counter_at_anchor_{milliseconds_of<std::chrono::steady_clock>()} {}

Instant AnchoredClock::now() {
  return anchor_ + Millis{milliseconds_of<std::chrono::steady_clock>() - counter_at_anchor_.count};
}

}  // namespace auction
