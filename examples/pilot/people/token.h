// Access tokens: JWTs signed by HS256 and nothing else.
//
//   const std::string token = sign({user, family, now, now + kAccessLife}, secret);
//   verified(token, secret, later) -> the claims, until they expire
//
// Whatever names another algorithm or none, another issuer, or was signed by another key, is
// nobody's.
#pragma once

#include <optional>
#include <string>

#include "examples/pilot/people/sessions.h"

namespace pilot {

struct TokenClaims {
  ActorId user;
  SessionFamily family;
  Instant issued_at;
  Instant expires_at;  // both in whole seconds
};

inline constexpr const char* kTokenIssuer = "libauction-pilot";

std::string sign(const TokenClaims& claims, const std::string& secret);
std::optional<TokenClaims> verified(std::string_view token, const std::string& secret, Instant now);

}  // namespace pilot
