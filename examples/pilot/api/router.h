// The router: which route a request means, by its method and its path below /api.
//
//   Router router(settings);
//   router.add(league_routes(...));
//   const Found found = router.find("POST", "/leagues/77.../join");
//   if (const auto* match = std::get_if<RouteMatch>(&found)) match->route->handle(call, reply);
//
// A literal part of a path wins over a {place}: /leagues/join is no league called "join". A route
// whose feature is off is not there. Routes are added before the first request and then stay.
#pragma once

#include <deque>
#include <variant>

#include "examples/pilot/api/route.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

struct RouteMatch {
  const Route* route;
  std::vector<std::string> places;  // decoded
};
struct NoSuchPath {};
struct OtherMethods {
  std::string allowed;  // "GET, PATCH": for the header Allow
};
using Found = std::variant<RouteMatch, NoSuchPath, OtherMethods>;

class Router {
 public:
  explicit Router(const Settings& settings) : settings_(&settings) {}

  void add(Routes routes);
  Found find(std::string_view method, std::string_view path) const;
  std::vector<const Route*> all() const;  // also those of features that are off

 private:
  struct Entry {
    Route route;
    std::vector<std::string_view> parts;
  };
  const Settings* settings_;
  std::deque<Entry> entries_;
};

// %41 -> A. Nothing: not well formed, or not UTF-8. In a query, + is a space.
std::optional<std::string> percent_decoded(std::string_view text, bool plus_is_space = false);

// "page=2&search=a%20b" -> a map. Nothing: not well formed.
std::optional<std::map<std::string, std::string>> parse_query(std::string_view query);

}  // namespace pilot
