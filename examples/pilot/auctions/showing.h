// Showing: what an auction's room is told of one event of the log, and what it is told not.
//
// A pure function of the log but for names, presence and `serverNow`: after a restart the same
// record shows the same. Seq and prevSeq make a chain of what is shown.
#pragma once

#include "examples/pilot/auctions/payload.h"

namespace pilot {

// What the event alone does not say: how the lot on the block stood before it.
struct Before {
  ManagerSlot leader = kNoManager;
  Instant ends_at = kNever;
};

struct Showing {
  const Scene& scene;
  const Record& record;
  const State& after;  // the whole record
  Before before;
  std::uint64_t seq = 0;
  std::uint64_t prev_seq = 0;  // of the event shown before this one
  Instant now;
};

// "bid_update"; empty: the event does not show.
std::string_view shown_name(const Event& event, const State& after);

// The one argument of an event that shows.
Json shown_json(const Showing& showing, const Event& event);

// Not in the log: to whoever led until this bid, and to all in a gap.
Json outbid_json(const Showing& showing, const BidPlaced& bid);
Json countdown_json(const State& state, Instant now);

}  // namespace pilot
