#include "tests/naive/clock.h"

#include <algorithm>

namespace naive {

Int end_after_bid(const Rules& rules, const Lot& lot, int seat, Int amount, Int now) {
  if (!rules.soft_close) return lot.ends;
  const bool first = lot.bids.empty();
  const bool price_changed = first || lot.bids.back().amount != amount;
  const bool leader_changed = first || lot.bids.back().seat != seat;
  if (rules.trigger == Trigger::price_changed && !price_changed) return lot.ends;
  if (rules.trigger == Trigger::leader_changed && !leader_changed) return lot.ends;
  if (lot.ends - now >= rules.window_ms) return lot.ends;
  if (rules.max_extensions != kNone && lot.extensions >= rules.max_extensions) return lot.ends;

  Int end = now + rules.by_ms;  // reset
  if (rules.form == Form::additive) end = lot.ends + rules.by_ms;
  if (rules.form == Form::floor) end = std::max(lot.ends, now + rules.by_ms);
  if (lot.hard_stop != kNone) end = std::min(end, std::max(lot.ends, lot.hard_stop));
  return end;
}

bool openings_count(const Picture& p) {
  if (p.requests_end != kNone) return false;
  return !p.any_open() || (!p.queue.empty() && !p.being_ended());
}

Int next_deadline(const Picture& p) {
  if (p.status == Status::waiting) return p.starts == kNone ? kNeverDue : p.starts;
  if (p.status != Status::running) return kNeverDue;
  Int next = kNeverDue;
  for (const Lot& lot : p.lots)
    if (lot.is_open()) next = std::min(next, lot.ends);
  if (p.requests_end != kNone) next = std::min(next, p.requests_end);
  if (openings_count(p))
    for (const Int opening : p.openings) next = std::min(next, opening);
  return next;
}

}  // namespace naive
