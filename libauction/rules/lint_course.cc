#include "libauction/rules/lint_internal.h"

namespace auction {
namespace {

constexpr std::int64_t kMostRounds = 1'000;

void lint_unsold(const UnsoldRules& unsold, Findings& found) {
  const bool by_request = unsold.kind == UnsoldKind::kByRequest;
  found.range(unsold.rounds, 0, kMostRounds, "rounds_out_of_range", "/unsold/rounds");
  if (unsold.kind != UnsoldKind::kNeverAgain && unsold.rounds == 0) {
    found.warning("rounds_zero", "/unsold/rounds", "is 0: no unsold lot ever comes up again");
  }
  if (by_request && unsold.names_per_manager == 0) {
    found.error("request_names_zero", "/unsold/namesPerManager",
                "must be 1 or more when unsold lots come back by request");
  }
  found.range(unsold.request_ms.count, by_request ? 1 : 0, kLongestMs, "request_time_out_of_range",
              "/unsold/requestMs");
}

void lint_opening(const OpeningRules& opening, Findings& found) {
  found.range(opening.start_delay_ms.count, 0, kLongestMs, "start_delay_out_of_range",
              "/opening/startDelayMs");
  if (opening.waiting_room && opening.start_delay_ms.count > 0) {
    found.warning("start_delay_unused", "/opening/startDelayMs",
                  "is not looked at: the commissioner begins from the waiting room");
  }
}

}  // namespace

void lint_course(const RuleSet& rules, Findings& found) {
  if (rules.order.hidden && !needs_draw(rules.order.kind)) {
    found.warning("hidden_order_not_drawn", "/order/hidden",
                  "hides nothing: an order that is not drawn follows from the catalogue");
  }
  lint_unsold(rules.unsold, found);
  lint_opening(rules.opening, found);
}

}  // namespace auction
