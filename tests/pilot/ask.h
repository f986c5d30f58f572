// Asking a route without a socket: what a handler answers to a call that has passed the door.
//
//   Asker asker(league_routes(...));
//   const Answered a = asker.ask(reds, "POST", "/leagues", R"({"name":"Smoke Test League"})");
//   CHECK(a.status == 200);
//   CHECK(a.json["name"] == "Smoke Test League");
//
// A reply that comes later (after a commit) is there once the test has turned the loop: `later`.
// Asking by somebody who is not signed in where the route wants it is answered 401, as the door
// does; a body above the route's limit 413.
#pragma once

#include <memory>

#include "examples/pilot/api/body.h"
#include "examples/pilot/api/router.h"

namespace pilot {

struct Answered {
  int status = 0;  // 0: not answered yet
  Json json;       // null where the body is none
  Answer answer;   // as it came
};

class Asker {
 public:
  explicit Asker(Routes routes, Settings settings = {});

  // `target` is the path below /api, with its query.
  std::shared_ptr<const Answered> later(ActorId who, std::string_view method,
                                        std::string_view target, std::string body = {});
  Answered ask(ActorId who, std::string_view method, std::string_view target,
               std::string body = {}) {
    return *later(who, method, target, std::move(body));
  }

  Instant now{1'760'640'000'000};
  std::string address = "127.0.0.1";
  std::string content_type = "application/json";

 private:
  Settings settings_;
  Router router_;
};

}  // namespace pilot
