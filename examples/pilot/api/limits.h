// Limits: how often somebody may do something, by PILOT's numbers, wherever it comes in: a bid by
// REST and a bid by socket count together.
//
//   if (const Millis wait = limits.pass(Limited::kBidUser, limit_key(user), "bid", now);
//       wait > Millis{0}) return reply(too_many("Too many bids.", wait));
//
// With ENABLE_RATE_LIMITING=false nobody waits, and what would have been refused is counted.
#pragma once

#include "examples/pilot/api/route.h"
#include "examples/pilot/metrics/abuse.h"

namespace pilot {

class Limits {
 public:
  Limits(RateLimiter& limiter, Metrics& metrics, bool enforced)
      : limiter_(&limiter), metrics_(&metrics), enforced_(enforced), abuse_(metrics) {}

  // Zero: go on. `endpoint` is the metrics' label: a route's template, or a socket event.
  Millis pass(Limited what, LimitKey who, std::string_view endpoint, Instant now);

  // Of a bid, by REST or by socket: the user's limit, then the ceiling of the address.
  Millis pass_bid(ActorId user, const std::string& address, std::string_view endpoint, Instant now);

  // What an address does, for the operator: see metrics/abuse.h.
  void saw(Abuse::Kind what, const std::string& address, Instant now);

 private:
  RateLimiter* limiter_;
  Metrics* metrics_;
  bool enforced_;
  Abuse abuse_;
};

LimitKey limit_key(ActorId user);
LimitKey limit_key(std::string_view text);       // an e-mail
LimitKey address_key(std::string_view address);  // an IPv4 address, or an IPv6 one's /64

// 429 with Retry-After.
Answer too_many(std::string_view detail, Millis wait);
std::string_view limit_detail(Limited what);  // "Too many bids."

}  // namespace pilot
