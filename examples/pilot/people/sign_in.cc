#include "examples/pilot/people/sign_in.h"

#include <fmt/format.h>

#include "examples/pilot/api/body.h"
#include "examples/pilot/api/porter.h"
#include "examples/pilot/metrics/journal.h"
#include "examples/pilot/people/cookies.h"
#include "examples/pilot/people/email.h"

namespace pilot {
namespace {

Json user_json(const User& user) {
  return {{"id", to_text(user.id)},
          {"name", user.name},
          {"email", user.email},
          {"createdAt", iso(user.created_at)}};
}

std::string email_of(Fields& fields) {
  const std::string text = fields.text("email", 3, 254);
  if (!fields.faults().empty()) return text;
  const auto email = normalised_email(text);
  if (!email) fields.fail("email", "must be an e-mail address");
  return email.value_or(text);
}

class SignIn {
 public:
  explicit SignIn(const SignInNeeds& needs) : needs_(needs) {}

  Answer by_name(const Call& call, Fields& fields) {
    if (needs_.settings.auth_mode != AuthMode::kOpen) {
      return forbidden("Sign in by a link that is sent to you.");
    }
    const std::string name = fields.text("name", 1, 80);
    const std::string email = email_of(fields);
    if (!fields.faults().empty()) return malformed(fields.faults());
    if (const Millis wait = mail_wait(email, call); wait > Millis{0}) {
      return too_many(limit_detail(Limited::kSignInMail), wait);
    }
    return welcome(needs_.people.sign_up(email, name, call.at), call.at);
  }

  // Whoever asks learns nothing about who is known here, nor whether too many letters were asked.
  Answer by_letter(const Call& call, Fields& fields) {
    const std::string email = email_of(fields);
    const std::string name = fields.optional_text("name", 80).value_or("");
    if (!fields.faults().empty()) return malformed(fields.faults());
    Json body{{"message", "If the address is right, a link is on its way."}};
    if (mail_wait(email, call) > Millis{0}) return json_answer(202, body);
    const std::string token = needs_.links.draw(email, name, call.at);
    const std::string link = link_to(needs_.settings.link_origin, email, token);
    if (needs_.mailer != nullptr) {
      needs_.mailer->send({email, "Your sign-in link",
                           fmt::format("This link signs you in, once, within 15 minutes:\n\n{}\n\n"
                                       "If you have not asked for it, do nothing.\n",
                                       link)});
    } else if (!needs_.settings.production) {
      body["devLink"] = link;
    }
    return json_answer(202, body);
  }

  Answer redeem(const Call& call, Fields& fields) {
    const std::string email = email_of(fields);
    const std::string token = fields.text("token", 1, 200);
    if (!fields.faults().empty()) return malformed(fields.faults());
    const auto name = needs_.links.redeem(email, token, call.at);
    if (!name) return error(401, "link_invalid", "This link was used, has expired, or never was.");
    return welcome(needs_.people.sign_up(email, *name, call.at), call.at);
  }

  Answer refresh(const Call& call) {
    const auto token = call.head ? cookie(*call.head, kRefreshCookie) : std::nullopt;
    const RefreshAnswer answer =
        token ? needs_.sessions.refresh(*token, call.at) : RefreshAnswer(NoSuchToken{});
    if (const auto* tokens = std::get_if<SessionTokens>(&answer)) {
      const auto user = needs_.people.find(tokens->who.user);
      if (user) return with_tokens(*user, *tokens);
    }
    if (const auto* reused = std::get_if<TokenReused>(&answer)) {
      journal::warn("refresh_token_reused", {{"user", to_text(reused->user)}});
      needs_.live.end_session(reused->user);
    }
    Answer refused = error(401, "unauthenticated", "Sign in again.");
    forget_cookies(refused, needs_.settings.production);
    return refused;
  }

  Answer leave(const Call& call) {
    if (!call.user.is_nil()) {
      needs_.sessions.end(call.family, call.at);
      needs_.live.end_session(call.user);
    }
    Answer answer = json_answer(200, {{"message", "Signed out"}});
    forget_cookies(answer, needs_.settings.production);
    return answer;
  }

  Answer self(const Call& call) {
    const auto user = needs_.people.find(call.user);
    return user ? json_answer(200, user_json(*user)) : unknown();
  }

  Answer rename(const Call& call, Fields& fields) {
    const std::string name = fields.text("name", 1, 80);
    if (!fields.faults().empty()) return malformed(fields.faults());
    needs_.people.rename(call.user, name);
    return self(call);
  }

  Answer erase(const Call& call, Fields& fields) {
    const auto named = fields.optional_text("successor", 36);
    const auto successor = named ? parse_id<ActorTag>(*named) : std::nullopt;
    if (named && !successor) fields.fail("successor", "must be a UUID in lower case");
    if (!fields.faults().empty()) return malformed(fields.faults());
    if (auto no = leave_leagues(needs_.leagues, call.user, successor, call.at)) return *no;
    needs_.sessions.end_all(call.user, call.at);
    needs_.live.end_session(call.user);
    needs_.people.erase(call.user);
    journal::note("erased", {{"user", to_text(call.user)}});
    Answer answer = json_answer(200, {{"message", "Erased"}});
    forget_cookies(answer, needs_.settings.production);
    return answer;
  }

 private:
  Millis mail_wait(const std::string& email, const Call& call) {
    return needs_.limits.pass(Limited::kSignInMail, limit_key(email), "/api/auth", call.at);
  }

  Answer welcome(const User& user, Instant now) {
    journal::note("signed_in", {{"user", to_text(user.id)}});
    return with_tokens(user, needs_.sessions.begin(user.id, now));
  }

  Answer with_tokens(const User& user, const SessionTokens& tokens) {
    Json body = user_json(user);
    body["accessToken"] = tokens.access;
    body["expiresAt"] = iso(tokens.who.expires_at);
    Answer answer = json_answer(200, body);
    set_cookies(answer, tokens, needs_.settings.production);
    return answer;
  }

  SignInNeeds needs_;
};

// A route whose body is an object: read before its handler sees it.
std::function<void(const Call&, Reply)> on_object(
    std::function<Answer(const Call&, Fields&)> handle) {
  return [handle = std::move(handle)](const Call& call, Reply reply) {
    const auto body = read_object(call);
    if (const auto* refused = std::get_if<Answer>(&body)) return reply(*refused);
    Fields fields(std::get<Json>(body));
    reply(handle(call, fields));
  };
}

}  // namespace

Routes sign_in_routes(const SignInNeeds& needs) {
  const auto desk = std::make_shared<SignIn>(needs);
  using F = Fields;
  Routes routes{{"POST", "/users", Who::kAnyone,
                 on_object([desk](const Call& call, F& in) { return desk->by_name(call, in); })},
                {"POST", "/auth/magic-link", Who::kAnyone,
                 on_object([desk](const Call& call, F& in) { return desk->by_letter(call, in); })},
                {"POST", "/auth/verify-magic-link", Who::kAnyone,
                 on_object([desk](const Call& call, F& in) { return desk->redeem(call, in); })}};
  for (Route& route : routes) route.per_address = Limited::kSignInAddress;
  routes.push_back({"POST", "/auth/refresh", Who::kAnyone,
                    on_object([desk](const Call& call, F&) { return desk->refresh(call); })});
  routes.push_back({"POST", "/auth/logout", Who::kAnyone,
                    on_object([desk](const Call& call, F&) { return desk->leave(call); })});
  routes.push_back({"GET", "/users/me", Who::kSignedIn,
                    [desk](const Call& call, Reply reply) { reply(desk->self(call)); }});
  routes.push_back({"PATCH", "/users/me", Who::kSignedIn,
                    on_object([desk](const Call& call, F& in) { return desk->rename(call, in); })});
  routes.push_back({"DELETE", "/users/me", Who::kSignedIn,
                    on_object([desk](const Call& call, F& in) { return desk->erase(call, in); })});
  return routes;
}

}  // namespace pilot
