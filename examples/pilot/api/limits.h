// Limits: how often somebody may do something, by PILOT's numbers, wherever it comes in: a bid by
// REST and a bid by socket count together.
//
//   if (const Millis wait = limits.pass(Limited::kBidUser, limit_key(user), "bid", now);
//       wait > Millis{0}) return reply(too_many("Too many bids.", wait));
//
// With ENABLE_RATE_LIMITING=false nobody waits, and what would have been refused is counted.
#pragma once

#include "examples/pilot/api/route.h"

namespace pilot {

class Metrics;

class Limits {
 public:
  Limits(RateLimiter& limiter, Metrics& metrics, bool enforced)
      : limiter_(&limiter), metrics_(&metrics), enforced_(enforced) {}

  // Zero: go on. `endpoint` is the metrics' label: a route's template, or a socket event.
  Millis pass(Limited what, LimitKey who, std::string_view endpoint, Instant now);

 private:
  RateLimiter* limiter_;
  Metrics* metrics_;
  bool enforced_;
};

LimitKey limit_key(ActorId user);
LimitKey limit_key(std::string_view text);  // an address (its block) or an e-mail

// 429 with Retry-After.
Answer too_many(std::string_view detail, Millis wait);
std::string_view limit_detail(Limited what);  // "Too many bids."

}  // namespace pilot
