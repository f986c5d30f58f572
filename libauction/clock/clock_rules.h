// The clocks of an auction: how long a lot is open, the gap after it, and what a restart grants.
#pragma once

#include "libauction/clock/soft_close.h"

namespace auction {

struct ClockRules {
  Millis lot_ms;  // from opening to the first end
  Millis gap_ms;  // from the conclusion of a lot to the next opening
  SoftClose soft_close;
  Millis recovery_grace_ms;  // least time left after a restart; 0: max(window, 10 s)

  bool operator==(const ClockRules&) const = default;
};

inline constexpr Millis kLeastRecoveryGrace{10'000};

constexpr Millis recovery_grace(const ClockRules& rules) {
  if (rules.recovery_grace_ms.count > 0) return rules.recovery_grace_ms;
  const Millis window = rules.soft_close.window_ms;
  return window < kLeastRecoveryGrace ? kLeastRecoveryGrace : window;
}

constexpr Instant hard_stop_of(const ClockRules& rules, Instant opened) {
  const Millis limit = rules.soft_close.hard_stop_ms;
  return limit.count == 0 ? kNever : opened + limit;
}

}  // namespace auction
