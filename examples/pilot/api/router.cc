#include "examples/pilot/api/router.h"

#include <algorithm>

namespace pilot {
namespace {

// "/leagues/{id}/join" -> leagues, {id}, join.
std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::size_t end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

bool is_place(std::string_view part) { return part.starts_with('{'); }

bool fits(const std::vector<std::string_view>& pattern, const std::vector<std::string_view>& path) {
  return std::equal(pattern.begin(), pattern.end(), path.begin(), path.end(),
                    [](std::string_view mine, std::string_view theirs) {
                      return is_place(mine) ? !theirs.empty() : mine == theirs;
                    });
}

std::optional<std::vector<std::string>> places_of(const std::vector<std::string_view>& pattern,
                                                  const std::vector<std::string_view>& path) {
  std::vector<std::string> places;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (!is_place(pattern[i])) continue;
    auto place = percent_decoded(path[i]);
    if (!place) return std::nullopt;
    places.push_back(std::move(*place));
  }
  return places;
}

std::ptrdiff_t literals(const std::vector<std::string_view>& pattern) {
  return std::count_if(pattern.begin(), pattern.end(),
                       [](std::string_view part) { return !is_place(part); });
}

}  // namespace

void Router::add(Routes routes) {
  for (Route& route : routes) {
    std::vector<std::string_view> parts = parts_of(route.path);
    entries_.push_back({std::move(route), std::move(parts)});
  }
}

Found Router::find(std::string_view method, std::string_view path) const {
  if (!path.starts_with('/')) return NoSuchPath{};
  const std::vector<std::string_view> parts = parts_of(path);
  const Entry* best = nullptr;
  std::vector<std::string_view> others;
  for (const Entry& entry : entries_) {
    const Route& route = entry.route;
    if (!fits(entry.parts, parts) || (route.enabled && !route.enabled(*settings_))) continue;
    if (route.method != method) {
      others.push_back(route.method);
    } else if (best == nullptr || literals(best->parts) < literals(entry.parts)) {
      best = &entry;
    }
  }
  if (best != nullptr) {
    auto places = places_of(best->parts, parts);
    if (!places) return NoSuchPath{};
    return RouteMatch{&best->route, std::move(*places)};
  }
  if (others.empty()) return NoSuchPath{};
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  OtherMethods answer;
  for (const std::string_view other : others) {
    answer.allowed += answer.allowed.empty() ? "" : ", ";
    answer.allowed += other;
  }
  return answer;
}

std::vector<const Route*> Router::all() const {
  std::vector<const Route*> routes;
  for (const Entry& entry : entries_) routes.push_back(&entry.route);
  return routes;
}

}  // namespace pilot
