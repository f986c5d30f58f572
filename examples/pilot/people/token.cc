#include "examples/pilot/people/token.h"

#include <algorithm>

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

// Three parts in the letters of base64url. The library's decoder looks bytes up in a table and
// takes one above 127 for a place before it.
bool is_compact(std::string_view token) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return std::all_of(token.begin(), token.end(), letter) &&
         std::count(token.begin(), token.end(), '.') == 2;
}

std::int64_t unix_seconds(Instant at) { return at.unix_ms / 1000; }

// {"alg":"HS256","typ":"JWT"}: the only head that we write, so the only one that we read.
const std::string& only_head() {
  static const std::string head = [] {
    const std::string token = sign({}, "any");
    return token.substr(0, token.find('.') + 1);
  }();
  return head;
}

// A claim in whole seconds, of the years that an Instant has.
std::optional<Instant> instant_in(const nlohmann::json& claims, const char* name) {
  constexpr std::int64_t kMostSeconds = INT64_MAX / 1000;
  const auto found = claims.find(name);
  if (found == claims.end() || !found->is_number_integer()) return std::nullopt;
  const auto seconds = found->get<std::int64_t>();
  if (seconds < 0 || seconds > kMostSeconds) return std::nullopt;
  return Instant{seconds * 1000};
}

std::optional<TokenClaims> claims_of(const jwt::jwt_object& object) {
  const nlohmann::json claims = object.payload().create_json_obj();
  if (claims.size() != 5) return std::nullopt;  // we write no other
  const auto user = parse_id<ActorTag>(claims.at("sub").get<std::string>());
  const auto family = parse_id<SessionFamilyTag>(claims.at("sid").get<std::string>());
  const auto issued = instant_in(claims, "iat");
  const auto expires = instant_in(claims, "exp");
  if (!user || !family || !issued || !expires) return std::nullopt;
  return TokenClaims{*user, *family, *issued, *expires};
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
  if (token.size() > kLongestToken || !is_compact(token)) return std::nullopt;
  if (!token.starts_with(only_head())) return std::nullopt;
  try {
    using namespace jwt::params;
    const jwt::string_view text(token.data(), token.size());
    std::error_code wrong;
    // The library takes any number for a time; claims are looked at before it compares them.
    const auto unread =
        jwt::decode(text, algorithms({"HS256"}), wrong, jwt::params::secret(secret), verify(false));
    if (wrong || !claims_of(unread)) return std::nullopt;
    const auto object = jwt::decode(text, algorithms({"HS256"}), wrong, jwt::params::secret(secret),
                                    issuer(kTokenIssuer), verify(true));
    if (wrong) return std::nullopt;
    const auto claims = claims_of(object);
    if (!claims || claims->expires_at <= now) return std::nullopt;
    return claims;
  } catch (const std::exception&) {  // a stranger's JSON of another shape
    return std::nullopt;
  }
}

}  // namespace pilot
