// A route: one line of the REST contract, and the function that answers it.
//
// The porter (router, sessions, origins, limits) has checked everything a route says about itself
// before `handle` is called: who is asking, how large the body is, how often. The handler reads the
// body, asks a service, and replies exactly once: at once, or later, when what it asked for is
// committed. All of it happens on the loop's thread.
//
//   routes.push_back({"POST", "/leagues/{id}/join", Who::kSignedIn, [&](const Call& call, Reply
//   reply) {
//     reply(json_answer(200, leagues.join(call)));
//   }});
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "examples/pilot/api/request.h"
#include "libauction/log/record.h"
#include "libauction/room/rate_limit.h"

namespace pilot {

using namespace auction;

// The refresh tokens that follow from one sign-in.
using SessionFamily = Id<struct SessionFamilyTag>;

// Who may ask at all. What somebody may do in a league or an auction is decided there, by role.
enum class Who { kAnyone, kSignedIn };

// One request, as the porter let it in.
struct Call {
  std::string method;
  std::vector<std::string> places;           // what stood for the {...} of the template, in order
  std::map<std::string, std::string> query;  // decoded; the last one of a name counts
  std::string content_type;
  std::string body;
  ActorId user;                                  // nil: nobody is signed in
  std::string address;                           // of the client, behind trusted proxies
  Instant at;                                    // when its bytes were read
  SessionFamily family = {};                     // of the tokens that `user` signed in with
  std::shared_ptr<const RequestHead> head = {};  // for the few routes that need it; tests: none
};

struct Answer {
  int status = 200;
  std::string body = {};
  std::string_view content_type = "application/json";
  std::vector<std::pair<std::string, std::string>> headers = {};
};

using Reply = std::function<void(Answer)>;

struct Route {
  std::string_view method;
  std::string_view path;  // below /api, a template: "/leagues/{id}/join"; also the metrics' label
  Who who = Who::kSignedIn;
  std::function<void(const Call&, Reply)> handle;
  std::optional<Limited> per_user = {};     // GCRA, by user (sign-in: by e-mail, in the handler)
  std::optional<Limited> per_address = {};  // and by address
  std::size_t most_body = 64 * 1024;
  bool (*enabled)(const struct Settings&) = nullptr;  // a feature that is off: 404
};

using Routes = std::vector<Route>;

}  // namespace pilot
