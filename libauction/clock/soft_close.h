// Soft close: a late change of a lot moves its end, so that the others can answer.
//
// One algebra for the field: when less than `window` is left (strictly), the end becomes one of
//   additive  end + amount             Catawiki: +90 s in the last 60
//   floor     max(end, now + amount)   the pilot, FanDraft: at least 10 s left
//   reset     now + amount             MFL, RTSports: the only form that may shorten
// with an optional cap on the number of extensions and an optional hard stop, both per offering.
#pragma once

#include <cstdint>

#include "libauction/base/instant.h"

namespace auction {

enum class Trigger : std::uint8_t { kAny = 0, kPriceChanged = 1, kLeaderChanged = 2 };
enum class ClockForm : std::uint8_t { kAdditive = 0, kFloor = 1, kReset = 2 };

inline constexpr std::uint16_t kNoCap = UINT16_MAX;

struct SoftClose {
  Millis window_ms;  // 0: no soft close
  Trigger trigger = Trigger::kAny;
  ClockForm form = ClockForm::kFloor;
  Millis amount_ms;
  std::uint16_t max_extensions = kNoCap;
  Millis hard_stop_ms;  // after opening; 0: none

  bool operator==(const SoftClose&) const = default;
};

// What an accepted bid changed.
struct Change {
  bool price = false;
  bool leader = false;
};

constexpr bool triggers(Trigger trigger, Change change) {
  return trigger == Trigger::kAny || (trigger == Trigger::kPriceChanged && change.price) ||
         (trigger == Trigger::kLeaderChanged && change.leader);
}

constexpr Instant moved_end(const SoftClose& rule, Instant end, Instant now) {
  switch (rule.form) {
    case ClockForm::kAdditive:
      return end + rule.amount_ms;
    case ClockForm::kFloor:
      return later(end, now + rule.amount_ms);
    case ClockForm::kReset:
      return now + rule.amount_ms;
  }
  return end;
}

// The end after an accepted bid; equal to `end` where nothing changes. A hard stop cuts what a bid
// adds and never takes back what was granted (by a commissioner, or after a restart).
constexpr Instant end_after_bid(const SoftClose& rule, Change change, Instant end, Instant now,
                                Instant hard_stop, std::uint16_t extensions) {
  if (end - now >= rule.window_ms) return end;
  const bool capped = rule.max_extensions != kNoCap && extensions >= rule.max_extensions;
  if (capped || !triggers(rule.trigger, change)) return end;
  return earlier(moved_end(rule, end, now), later(end, hard_stop));
}

}  // namespace auction
