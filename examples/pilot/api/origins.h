// Origins: whose pages may speak with us, with their users' cookies.
//
// Allowed are the listed ones (exact match), the front end's, and in development this server under
// a name that nobody can make up: http://localhost:8001, or an address.
#pragma once

#include "examples/pilot/api/request.h"
#include "examples/pilot/api/route.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

class Origins {
 public:
  explicit Origins(const Settings& settings) : settings_(&settings) {}

  // Whether a cookie that comes with this Origin counts.
  bool allowed(std::string_view origin, std::string_view host) const;

  // What the answer to this request says about who may read it.
  void dress(const RequestHead& head, Answer& answer) const;
  Answer preflight(const RequestHead& head) const;

  // A page of somebody else's that would act with our user's cookie.
  bool forged(const RequestHead& head) const;

 private:
  const Settings* settings_;
};

}  // namespace pilot
