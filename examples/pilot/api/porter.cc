#include "examples/pilot/api/porter.h"

#include "examples/pilot/api/body.h"
#include "examples/pilot/metrics/journal.h"

namespace pilot {

Porter::Porter(const Settings& settings, const Router& router, const Sessions& sessions,
               Limits& limits)
    : settings_(&settings),
      router_(&router),
      sessions_(&sessions),
      limits_(&limits),
      origins_(settings) {}

std::optional<SignedIn> Porter::signed_in(const RequestHead& head) const {
  if (const auto token = bearer(head)) return sessions_->check(*token, head.at);
  const auto token = cookie(head, kSessionCookie);
  return token ? sessions_->check(*token, head.at) : std::nullopt;
}

Entry Porter::admit(std::shared_ptr<const RequestHead> head) {
  const auto path = api_path(head->path);
  if (head->method == "OPTIONS") return origins_.preflight(*head);
  const std::string_view method = head->method == "HEAD" ? "GET" : std::string_view(head->method);
  Found found = path ? router_->find(method, *path) : NoSuchPath{};
  if (const auto* others = std::get_if<OtherMethods>(&found)) {
    Answer answer = error(405, "method_not_allowed", "This path has other methods.");
    answer.headers.emplace_back("Allow", others->allowed);
    return answer;
  }
  auto* match = std::get_if<RouteMatch>(&found);
  auto query = parse_query(head->query);
  if (match == nullptr) return unknown();
  if (!query) return malformed({{"", "the query is not well formed"}});

  Admitted admitted{match->route, {}};
  Call& call = admitted.call;
  call = {head->method,
          std::move(match->places),
          std::move(*query),
          std::string(head->header("content-type")),
          {},
          {},
          client(*head),
          head->at,
          {},
          head};
  notice_proxy(*head);
  limits_->saw(Abuse::kRequests, call.address, call.at);
  if (const auto who = signed_in(*head)) {
    call.user = who->user;
    call.family = who->family;
  } else if (match->route->who == Who::kSignedIn) {
    return error(401, "unauthenticated", "Sign in first.");
  }
  const bool by_cookie =
      !bearer(*head) && (cookie(*head, kSessionCookie) || cookie(*head, kRefreshCookie));
  if (by_cookie && origins_.forged(*head)) {
    return error(403, "foreign_origin", "This page may not act for you.");
  }
  if (auto answer = limited(*match->route, call)) return *std::move(answer);
  return admitted;
}

std::optional<Answer> Porter::limited(const Route& route, const Call& call) {
  const auto pass = [&](Limited what, LimitKey who) -> std::optional<Answer> {
    const Millis wait = limits_->pass(what, who, "/api" + std::string(route.path), call.at);
    if (wait == Millis{0}) return std::nullopt;
    return too_many(limit_detail(what), wait);
  };
  if (route.per_address == Limited::kBidAddress) limits_->saw(Abuse::kBids, call.address, call.at);
  if (route.per_address == Limited::kLeagueAddress) {
    limits_->saw(Abuse::kLeagues, call.address, call.at);
  }
  if (route.per_user && !call.user.is_nil()) {
    if (auto answer = pass(*route.per_user, limit_key(call.user))) return answer;
  }
  if (!route.per_address) return std::nullopt;
  return pass(*route.per_address, address_key(call.address));
}

void Porter::notice_proxy(const RequestHead& head) {
  if (unknown_proxy_seen_ || !settings_->trusted_proxies.empty() || !is_forwarded(head)) return;
  unknown_proxy_seen_ = true;
  journal::warn("unknown_proxy",
                {{"why", "a request was forwarded; TRUSTED_PROXIES names nobody"}});
}

void Porter::serve(Admitted admitted, std::string body, Reply reply) {
  admitted.call.body = std::move(body);
  try {
    admitted.route->handle(admitted.call, reply);
  } catch (const std::exception& failure) {
    journal::fault("handler_failed", {{"endpoint", admitted.route->path}, {"why", failure.what()}});
    reply(error(500, "internal", "Something went wrong here."));
  }
}

void Porter::dress(const RequestHead& head, Answer& answer) const {
  origins_.dress(head, answer);
  answer.headers.emplace_back("Content-Security-Policy",
                              "default-src 'self'; frame-ancestors 'none'");
  answer.headers.emplace_back("X-Content-Type-Options", "nosniff");
  answer.headers.emplace_back("X-Frame-Options", "DENY");
  answer.headers.emplace_back("Referrer-Policy", "no-referrer");
  if (settings_->production) {
    answer.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
  }
  if (api_path(head.path)) answer.headers.emplace_back("Cache-Control", "no-store");
}

std::string Porter::endpoint(const RequestHead& head) const {
  const auto path = api_path(head.path);
  if (!path) return "page";
  const std::string_view method = head.method == "HEAD" ? "GET" : std::string_view(head.method);
  const Found found = router_->find(method, *path);
  const auto* match = std::get_if<RouteMatch>(&found);
  return match == nullptr ? "unknown" : "/api" + std::string(match->route->path);
}

std::string Porter::client(const RequestHead& head) const {
  return client_address(head, settings_->trusted_proxies);
}

}  // namespace pilot
