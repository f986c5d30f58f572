#include "libauction/standings/rank.h"

#include <algorithm>

namespace auction {

std::vector<Place> places_of(std::span<const std::vector<std::int64_t>> keys) {
  std::vector<Place> places(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) places[i].row = i;
  std::stable_sort(places.begin(), places.end(),
                   [&](const Place& a, const Place& b) { return keys[a.row] > keys[b.row]; });
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool same = i > 0 && keys[places[i].row] == keys[places[i - 1].row];
    places[i].rank = same ? places[i - 1].rank : static_cast<std::uint32_t>(i) + 1;
  }
  return places;
}

}  // namespace auction
