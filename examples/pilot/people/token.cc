#include "examples/pilot/people/token.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#include <jwt/jwt.hpp>
#pragma GCC diagnostic pop

namespace pilot {
namespace {

constexpr std::size_t kLongestToken = 1024;

std::int64_t unix_seconds(Instant at) { return at.unix_ms / 1000; }

// {"alg":"HS256","typ":"JWT"}: the only head that we write, so the only one that we read.
const std::string& only_head() {
  static const std::string head = [] {
    const std::string token = sign({}, "any");
    return token.substr(0, token.find('.') + 1);
  }();
  return head;
}

std::optional<TokenClaims> claims_of(const jwt::jwt_object& object) {
  const auto& payload = object.payload();
  const auto user = parse_id<ActorTag>(payload.get_claim_value<std::string>("sub"));
  const auto family = parse_id<SessionFamilyTag>(payload.get_claim_value<std::string>("sid"));
  if (!user || !family) return std::nullopt;
  return TokenClaims{*user,
                     *family,
                     {payload.get_claim_value<std::int64_t>("iat") * 1000},
                     {payload.get_claim_value<std::int64_t>("exp") * 1000}};
}

}  // namespace

std::string sign(const TokenClaims& claims, const std::string& secret) {
  using namespace jwt::params;
  jwt::jwt_object object{algorithm("HS256"), jwt::params::secret(secret)};
  object.add_claim("iss", kTokenIssuer)
      .add_claim("sub", to_text(claims.user))
      .add_claim("sid", to_text(claims.family))
      .add_claim("iat", unix_seconds(claims.issued_at))
      .add_claim("exp", unix_seconds(claims.expires_at));
  return object.signature();
}

std::optional<TokenClaims> verified(std::string_view token, const std::string& secret,
                                    Instant now) {
  if (token.size() > kLongestToken || !token.starts_with(only_head())) return std::nullopt;
  try {
    using namespace jwt::params;
    std::error_code wrong;
    const auto object =
        jwt::decode(jwt::string_view(token.data(), token.size()), algorithms({"HS256"}), wrong,
                    jwt::params::secret(secret), issuer(kTokenIssuer), verify(true));
    if (wrong) return std::nullopt;
    const auto claims = claims_of(object);
    if (!claims || claims->expires_at <= now) return std::nullopt;
    return claims;
  } catch (const std::exception&) {  // a stranger's JSON of another shape
    return std::nullopt;
  }
}

}  // namespace pilot
