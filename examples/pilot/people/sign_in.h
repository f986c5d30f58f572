// Who you are: sign-in, sign-out, and what people may do with what is kept about them.
//
//   POST /users                      by name and e-mail, AUTH_MODE=open
//   POST /auth/magic-link            a letter with a link; the same answer whatever happens
//   POST /auth/verify-magic-link     the click on it
//   POST /auth/refresh · /auth/logout
//   GET, PATCH, DELETE /users/me
#pragma once

#include "examples/pilot/api/limits.h"
#include "examples/pilot/leagues/leagues.h"
#include "examples/pilot/live/live.h"
#include "examples/pilot/mail/mailer.h"
#include "examples/pilot/people/links.h"
#include "examples/pilot/people/sessions.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

// All of it outlives the routes. Without a mailer no letter is sent; in development the link is in
// the answer then.
struct SignInNeeds {
  const Settings& settings;
  People& people;
  Sessions& sessions;
  Links& links;
  Limits& limits;
  Leagues& leagues;
  Live& live;
  Mailer* mailer;
};

Routes sign_in_routes(const SignInNeeds& needs);

// What somebody who wants to be erased leaves behind in leagues: a commissioner names a successor
// where others are left, and what nobody else is in is dissolved. The answer: why it cannot be.
std::optional<Answer> leave_leagues(Leagues& leagues, ActorId who, std::optional<ActorId> successor,
                                    Instant now);

}  // namespace pilot
