// Sessions: who a token speaks for. Access is a JWT of 24 hours, one algorithm (HS256), and names
// the family of refresh tokens it came with; a family that was ended ends its access tokens too.
//
//   if (const auto who = sessions.check(token, now)) who->user, until who->expires_at
//
// A refresh token is good once, for 30 days; shown a second time it ends its family, because one
// of the two who showed it has stolen it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "examples/pilot/api/route.h"
#include "examples/pilot/people/people.h"

namespace pilot {

struct SignedIn {
  ActorId user;
  SessionFamily family;
  Instant expires_at;
};

struct SessionTokens {
  std::string access;
  std::string refresh;
  SignedIn who;
};

struct NoSuchToken {};
struct TokenReused {
  ActorId user;  // whose family has just been ended
};
using RefreshAnswer = std::variant<SessionTokens, NoSuchToken, TokenReused>;

inline constexpr Millis kAccessLife = seconds(24 * 3600);
inline constexpr Millis kRefreshLife = seconds(30 * 24 * 3600);

class Sessions {
 public:
  virtual ~Sessions() = default;

  // Whom an access token speaks for; nothing: not ours, expired, or ended.
  virtual std::optional<SignedIn> check(std::string_view access, Instant now) const = 0;

  virtual SessionTokens begin(ActorId user, Instant now) = 0;
  virtual RefreshAnswer refresh(std::string_view token, Instant now) = 0;
  virtual void end(SessionFamily family, Instant now) = 0;
  virtual void end_all(ActorId user, Instant now) = 0;

  // Over the rows of People's file; `secret` signs. Rows that have expired go at the opening.
  static absl::StatusOr<std::unique_ptr<Sessions>> open(const std::string& file,
                                                        const std::string& secret, Instant now);
};

}  // namespace pilot
