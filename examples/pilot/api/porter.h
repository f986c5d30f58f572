// The porter: everything a request passes before a route handles it, and what every answer wears.
//
//   auto entry = porter.admit(head);             // by the head alone, before the body is read
//   if (Answer* refused = std::get_if<Answer>(&entry)) ...
//   porter.serve(std::get<Admitted>(entry), body, reply);
//
// In this order: the route (404, 405), who asks (401), whether a foreign page asks with their
// cookie (403), how often (429). Handlers may throw; what escapes them is a 500 without details.
#pragma once

#include <functional>
#include <memory>

#include "examples/pilot/api/limits.h"
#include "examples/pilot/api/origins.h"
#include "examples/pilot/api/router.h"
#include "examples/pilot/people/sessions.h"

namespace pilot {

struct Admitted {
  const Route* route = nullptr;
  Call call;  // all but the body
};
using Entry = std::variant<Answer, Admitted>;

class Porter {
 public:
  Porter(const Settings& settings, const Router& router, const Sessions& sessions, Limits& limits);

  Entry admit(std::shared_ptr<const RequestHead> head);
  void serve(Admitted admitted, std::string body, Reply reply);

  // CORS, and what keeps a browser from guessing, framing, caching and telling.
  void dress(const RequestHead& head, Answer& answer) const;

  // The label of the metrics: "/api/leagues/{id}".
  std::string endpoint(const RequestHead& head) const;

  // The client's address: what trusted proxies say, or the socket's peer.
  std::string client(const RequestHead& head) const;
  std::optional<SignedIn> signed_in(const RequestHead& head) const;
  // Somebody in between speaks for others, and TRUSTED_PROXIES names nobody.
  bool unknown_proxy_seen() const { return unknown_proxy_seen_; }
  const Origins& origins() const { return origins_; }
  const Sessions& sessions() const { return *sessions_; }

 private:
  std::optional<Answer> limited(const Route& route, const Call& call);
  void notice_proxy(const RequestHead& head);

  const Settings* settings_;
  const Router* router_;
  const Sessions* sessions_;
  Limits* limits_;
  Origins origins_;
  bool unknown_proxy_seen_ = false;
};

inline constexpr std::string_view kSessionCookie = "session";
inline constexpr std::string_view kRefreshCookie = "refresh";

// The path below /api; nothing: not of the API.
std::optional<std::string_view> api_path(std::string_view path);

// Who stands behind a chain of proxies: the last address that no trusted one vouches for.
std::string client_address(const RequestHead& head, const std::vector<Network>& trusted);

}  // namespace pilot
