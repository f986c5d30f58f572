// RateLimit limits by GCRA, in whole numbers: so many in a span of time, so many of them at once.
//
// The algorithm keeps one instant a key, the *theoretical arrival time*; each pass moves it on by
// per / count. Times are kept in 1/count milliseconds, so nothing is rounded. A key at rest costs
// nothing and is forgotten.
//
//   RateLimits limits(pilot_rates());
//   if (const Millis wait = limits.pass(Limited::kBidUser, key, now); wait > Millis{0}) {
//     answer 429 with Retry-After ...                       // checked before any costly work
//   }
//
// Sources: ITU-T I.371 (generic cell rate algorithm). One thread at a time.
#pragma once

#include <array>
#include <unordered_map>

#include "libauction/base/id.h"
#include "libauction/base/instant.h"

namespace auction {

struct RateLimit {
  std::int64_t count = 0;  // 0: no limit
  Millis per;
  std::int64_t burst = 0;  // how many at once; at most `count` is usual

  bool operator==(const RateLimit&) const = default;
};

// What is limited: a person's doings, and the ceilings of an address that several people share.
enum class Limited : std::uint8_t {
  kBidUser,
  kLeagueUser,
  kJoinUser,
  kImportUser,
  kSignInMail,
  kSignInAddress,
  kLeagueAddress,
  kJoinAddress,
  kBidAddress,
  kCount,
};

using Rates = std::array<RateLimit, static_cast<std::size_t>(Limited::kCount)>;
Rates pilot_rates();

// Whom: any 128 bits that name a person or an address.
using LimitKey = Id<struct LimitKeyTag>;

// The port: in this process, or shared by several.
class RateLimiter {
 public:
  virtual ~RateLimiter() = default;

  // Zero: passed, and counted. Otherwise refused, not counted, and worth another try after so long.
  virtual Millis pass(Limited what, LimitKey who, Instant now) = 0;
};

class RateLimits final : public RateLimiter {
 public:
  explicit RateLimits(const Rates& rates) : rates_(rates) {}

  Millis pass(Limited what, LimitKey who, Instant now) override;

  // Drops the keys at rest. Called by itself now and then.
  void forget(Instant now);
  std::size_t keys() const;

 private:
  struct Hash {
    std::size_t operator()(LimitKey id) const { return id.hi * 0x9e3779b97f4a7c15u ^ id.lo; }
  };
  using Arrivals = std::unordered_map<LimitKey, std::int64_t, Hash>;

  Rates rates_;
  std::array<Arrivals, static_cast<std::size_t>(Limited::kCount)> arrivals_;
  std::size_t passes_until_forgetting_ = 4096;
};

// The rule itself. `arrival` in 1/count ms, 0 at rest; moved on when the answer is zero.
Millis gcra(const RateLimit& rate, Instant now, std::int64_t& arrival);

}  // namespace auction
