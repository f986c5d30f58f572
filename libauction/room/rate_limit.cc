#include "libauction/room/rate_limit.h"

#include <algorithm>

namespace auction {
namespace {

constexpr std::size_t kForgetEvery = 4096;

}  // namespace

Rates pilot_rates() {
  Rates rates;
  const auto set = [&](Limited what, std::int64_t count, Millis per, std::int64_t burst) {
    rates[static_cast<std::size_t>(what)] = {count, per, burst};
  };
  set(Limited::kBidUser, 40, seconds(60), 20);
  set(Limited::kLeagueUser, 5, seconds(300), 5);
  set(Limited::kJoinUser, 10, seconds(60), 10);
  set(Limited::kImportUser, 5, seconds(60), 5);
  set(Limited::kSignInMail, 5, seconds(60), 5);
  set(Limited::kSignInAddress, 60, seconds(60), 60);
  set(Limited::kLeagueAddress, 30, seconds(300), 30);
  set(Limited::kJoinAddress, 120, seconds(60), 120);
  set(Limited::kBidAddress, 600, seconds(60), 600);
  return rates;
}

Millis gcra(const RateLimit& rate, Instant now, std::int64_t& arrival) {
  if (rate.count == 0) return {0};
  const std::int64_t at = now.unix_ms * rate.count;
  const std::int64_t expected = std::max(arrival, at);
  const std::int64_t too_early = expected - at - (rate.burst - 1) * rate.per.count;
  if (too_early > 0) return {(too_early + rate.count - 1) / rate.count};
  arrival = expected + rate.per.count;
  return {0};
}

Millis RateLimits::pass(Limited what, LimitKey who, Instant now) {
  const auto place = static_cast<std::size_t>(what);
  if (rates_[place].count == 0) return {0};
  if (--passes_until_forgetting_ == 0) forget(now);
  return gcra(rates_[place], now, arrivals_[place][who]);
}

// A key whose arrival is past is as good as one never seen.
void RateLimits::forget(Instant now) {
  for (std::size_t i = 0; i < arrivals_.size(); ++i) {
    const std::int64_t at = now.unix_ms * rates_[i].count;
    std::erase_if(arrivals_[i], [at](const auto& entry) { return entry.second <= at; });
  }
  passes_until_forgetting_ = std::max(kForgetEvery, keys());
}

std::size_t RateLimits::keys() const {
  std::size_t count = 0;
  for (const Arrivals& arrivals : arrivals_) count += arrivals.size();
  return count;
}

}  // namespace auction
