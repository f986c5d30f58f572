#include "examples/pilot/people/cookies.h"

#include <fmt/format.h>

namespace pilot {
namespace {

void set(Answer& answer, std::string_view name, std::string_view value, std::string_view path,
         std::int64_t life_s, bool production) {
  answer.headers.emplace_back(
      "Set-Cookie", fmt::format("{}={}; Path={}; Max-Age={}; HttpOnly; SameSite=Lax{}", name, value,
                                path, life_s, production ? "; Secure" : ""));
}

}  // namespace

void set_cookies(Answer& answer, const SessionTokens& tokens, bool production) {
  set(answer, "session", tokens.access, "/", kAccessLife.count / 1000, production);
  set(answer, "refresh", tokens.refresh, "/api/auth", kRefreshLife.count / 1000, production);
}

void forget_cookies(Answer& answer, bool production) {
  set(answer, "session", "", "/", 0, production);
  set(answer, "refresh", "", "/api/auth", 0, production);
}

}  // namespace pilot
