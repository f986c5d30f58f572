// The two cookies: `session` is the access token, `refresh` goes to /api/auth alone. No script can
// read either, no other site can send them with a form, and in production neither leaves in clear.
#pragma once

#include "examples/pilot/people/sessions.h"

namespace pilot {

void set_cookies(Answer& answer, const SessionTokens& tokens, bool production);
void forget_cookies(Answer& answer, bool production);

}  // namespace pilot
