// The soft close and the deadlines, as the page of rules says them.
#pragma once

#include "tests/naive/picture.h"

namespace naive {

inline constexpr Int kNeverDue = 0x7fffffffffffffff;

// When the lot ends after this bid on it; its present end if the bid moves nothing.
Int end_after_bid(const Rules& rules, const Lot& lot, int seat, Int amount, Int now);

// Whether openings count at the moment: the queue has a lot, or no lot is open; never while
// requests are taken.
bool openings_count(const Picture& p);

// The next instant at which something is due; kNeverDue if nothing is.
Int next_deadline(const Picture& p);

}  // namespace naive
