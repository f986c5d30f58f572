#include "libauction/bid/judge.h"

#include "libauction/base/check.h"

namespace auction {
namespace {

Rejection no(Reason reason, Money limit = {}) { return {reason, limit.units, 0, {}}; }

Rejection too_high(const BidFacts& f, const Ladder& ladder) {
  if (f.amount > f.free) return no(Reason::kOverLimit, most(f, ladder));
  if (!f.squad_room) return no(Reason::kSquadFull);
  if (!f.quota_room) return no(Reason::kQuota);
  AUCTION_CHECK(f.amount > f.limit, "a refused bid breaks a rule");
  return no(Reason::kSquadUnfillable, most(f, ladder));
}

Rejection first_reason(const BidFacts& f, const Ladder& ladder) {
  if (f.paused) return no(Reason::kPaused);
  if (!f.running) return no(Reason::kAuctionNotRunning);
  if (!f.lot_open || f.now >= f.ends_at) return no(Reason::kLotClosed);
  if (!f.enrolled) return no(Reason::kNotAParticipant);
  if (f.leading && !f.self_raise) return no(Reason::kAlreadyLeading);
  if (f.expected_seq != 0 && f.last_bid_seq > f.expected_seq) return no(Reason::kStale);
  if (f.amount < f.least) return no(Reason::kTooLow, f.least);
  if (!on_grid(f, ladder)) {
    return no(Reason::kOffGrid, f.fixed_next ? f.least : rung_at_or_above(ladder, f.amount));
  }
  return too_high(f, ladder);
}

}  // namespace

Money most(const BidFacts& f, const Ladder& ladder) {
  if (f.limit < f.least) return {};
  if (f.fixed_next) return f.amount == f.least ? f.least : Money{};
  const Money rung = rung_at_or_below(ladder, f.limit);
  return rung < f.least ? f.least : rung;
}

Rejection refuse(const BidFacts& facts, const Ladder& ladder, std::uint64_t seq) {
  Rejection rejection = first_reason(facts, ladder);
  rejection.seq = seq;
  if (facts.lot_open && facts.now < facts.ends_at) rejection.left = facts.ends_at - facts.now;
  return rejection;
}

}  // namespace auction
