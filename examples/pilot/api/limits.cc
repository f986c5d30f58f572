#include "examples/pilot/api/limits.h"

#include <span>

#include "examples/pilot/api/body.h"
#include "examples/pilot/metrics/metrics.h"
#include "examples/pilot/settings/network.h"
#include "libauction/base/sha256.h"

namespace pilot {

Millis Limits::pass(Limited what, LimitKey who, std::string_view endpoint, Instant now) {
  const Millis wait = limiter_->pass(what, who, now);
  if (wait == Millis{0}) return wait;
  metrics_->rate_limited(endpoint, enforced_);
  return enforced_ ? wait : Millis{0};
}

Millis Limits::pass_bid(ActorId user, const std::string& address, std::string_view endpoint,
                        Instant now) {
  saw(Abuse::kBids, address, now);
  const Millis mine = pass(Limited::kBidUser, limit_key(user), endpoint, now);
  if (mine > Millis{0}) return mine;
  return pass(Limited::kBidAddress, address_key(address), endpoint, now);
}

void Limits::saw(Abuse::Kind what, const std::string& address, Instant now) {
  abuse_.count(what, address, now);
}

LimitKey address_key(std::string_view address) { return limit_key(address_block(address)); }
LimitKey limit_key(ActorId user) { return {user.hi, user.lo}; }

LimitKey limit_key(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const Digest digest = sha256(std::span(bytes, text.size()));
  LimitKey key;
  for (std::size_t i = 0; i < 8; ++i) {
    key.hi = key.hi << 8 | digest.bytes[i];
    key.lo = key.lo << 8 | digest.bytes[i + 8];
  }
  return key;
}

Answer too_many(std::string_view detail, Millis wait) {
  Answer answer = json_answer(
      429, {{"detail", detail}, {"code", "rate_limited"}, {"retryAfterMs", wait.count}});
  answer.headers.emplace_back("Retry-After", std::to_string((wait.count + 999) / 1000));
  return answer;
}

std::string_view limit_detail(Limited what) {
  switch (what) {
    case Limited::kBidUser:
    case Limited::kBidAddress:
      return "Too many bids.";
    case Limited::kLeagueUser:
    case Limited::kLeagueAddress:
      return "Too many leagues.";
    case Limited::kJoinUser:
    case Limited::kJoinAddress:
      return "Too many attempts to join.";
    case Limited::kImportUser:
      return "Too many imports.";
    default:
      return "Too many attempts to sign in.";
  }
}

}  // namespace pilot
