#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

// On a network a reply takes its time: at 600 ms for a round trip a window of 2 s misses 40 % of
// the replies, one of 5 s one in ten thousand.
constexpr std::int64_t kShortWindowMs = 5'000;
constexpr std::int64_t kTooShortWindowMs = 3'000;

constexpr const char* kWindow = "/clock/softClose/windowMs";

std::string below_lot_time(std::int64_t lot_ms) {
  return "must be below lotMs (" + std::to_string(lot_ms) + ")";
}

// A reset form may cover the whole lot: then every bid starts the clock anew.
void lint_window(const ClockRules& clock, Findings& found) {
  const std::int64_t window = clock.soft_close.window_ms.count;
  const std::int64_t lot = clock.lot_ms.count;
  const bool reset = clock.soft_close.form == ClockForm::kReset;
  if (window > lot || (window == lot && !reset)) {
    found.error("window_not_below_lot_time", kWindow, below_lot_time(lot));
  }
  if (window < kTooShortWindowMs) {
    found.warning("anti_snipe_too_short", kWindow,
                  "is below 3000: over a network most replies come too late");
  } else if (window < kShortWindowMs) {
    found.warning("anti_snipe_short", kWindow,
                  "is below 5000: over a slow network some replies come too late");
  }
}

void lint_soft_close(const ClockRules& clock, Findings& found) {
  const SoftClose& rule = clock.soft_close;
  const bool on = rule.window_ms.count > 0;
  found.range(rule.window_ms.count, 0, kLongestMs, "window_out_of_range", kWindow);
  found.range(rule.amount_ms.count, on ? 1 : 0, kLongestMs, "soft_close_amount_out_of_range",
              "/clock/softClose/amountMs");
  if (!on) return;
  lint_window(clock, found);
  if (rule.max_extensions == 0) {
    found.warning("soft_close_never_extends", "/clock/softClose/maxExtensions",
                  "is 0: no bid ever moves the end");
  }
}

void lint_hard_stop(const ClockRules& clock, Findings& found) {
  const std::int64_t stop = clock.soft_close.hard_stop_ms.count;
  const std::string pointer = "/clock/softClose/hardStopMs";
  found.range(stop, 0, kLongestMs, "hard_stop_out_of_range", pointer);
  if (stop <= 0) return;
  if (stop <= clock.lot_ms.count) {
    found.warning("hard_stop_within_lot_time", pointer,
                  "is not above lotMs (" + std::to_string(clock.lot_ms.count) +
                      "): no bid ever moves the end");
  } else {
    found.warning("hard_stop_allows_sniping", pointer,
                  "lets the last bid before the stop go unanswered");
  }
}

}  // namespace

void lint_clock(const ClockRules& clock, Findings& found) {
  found.range(clock.lot_ms.count, 1, kLongestMs, "lot_time_out_of_range", "/clock/lotMs");
  found.range(clock.gap_ms.count, 0, kLongestMs, "gap_out_of_range", "/clock/gapMs");
  found.range(clock.recovery_grace_ms.count, 0, kLongestMs, "recovery_grace_out_of_range",
              "/clock/recoveryGraceMs");
  lint_soft_close(clock, found);
  lint_hard_stop(clock, found);
}

}  // namespace auction
