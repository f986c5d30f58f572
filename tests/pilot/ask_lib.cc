#include "tests/catch.h"
#include "tests/pilot/ask.h"

namespace pilot {
namespace {

void keep(Answered& into, Answer answer) {
  CHECK(into.status == 0);  // a handler answers once
  into.status = answer.status;
  if (answer.content_type == "application/json") into.json = Json::parse(answer.body);
  into.answer = std::move(answer);
}

}  // namespace

Asker::Asker(Routes routes, Settings settings)
    : settings_(std::move(settings)), router_(settings_) {
  router_.add(std::move(routes));
}

std::shared_ptr<const Answered> Asker::later(ActorId who, std::string_view method,
                                             std::string_view target, std::string body) {
  auto answered = std::make_shared<Answered>();
  const std::size_t mark = std::min(target.find('?'), target.size());
  const Found found = router_.find(method, target.substr(0, mark));
  const auto query = parse_query(target.substr(std::min(mark + 1, target.size())));
  const auto* match = std::get_if<RouteMatch>(&found);
  if (match == nullptr || !query) {
    keep(*answered, unknown());
  } else if (match->route->who == Who::kSignedIn && who.is_nil()) {
    keep(*answered, error(401, "unauthenticated", "Sign in first."));
  } else if (body.size() > match->route->most_body) {
    keep(*answered, error(413, "too_large", "The body is too large."));
  } else {
    const Call call{std::string(method), match->places, *query,  content_type,
                    std::move(body),     who,           address, now};
    match->route->handle(call, [answered](Answer answer) { keep(*answered, std::move(answer)); });
  }
  return answered;
}

}  // namespace pilot
