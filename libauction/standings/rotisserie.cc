#include "libauction/standings/rotisserie.h"

#include "libauction/base/check.h"
#include "libauction/standings/rank.h"

namespace auction {
namespace {

// Half points of each manager. Those level over places r..r+k-1 get the mean of n-r+1 and n-r-k+2.
std::vector<std::int64_t> halves_of(const Category& category) {
  std::vector<std::vector<std::int64_t>> keys;
  for (const std::int64_t value : category.values) {
    keys.push_back({category.more_is_better ? value : -value});
  }
  const std::vector<Place> places = places_of(keys);
  const std::size_t n = places.size();
  std::vector<std::int64_t> halves(n);
  for (std::size_t i = 0; i < n;) {
    std::size_t end = i;
    while (end < n && places[end].rank == places[i].rank) ++end;
    for (std::size_t k = i; k < end; ++k) {
      halves[places[k].row] = static_cast<std::int64_t>((n - i) + (n - end + 1));
    }
    i = end;
  }
  return halves;
}

}  // namespace

std::vector<RotoRow> rotisserie(std::span<const Category> categories) {
  std::vector<RotoRow> rows(categories.empty() ? 0 : categories.front().values.size());
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].manager = {static_cast<std::uint8_t>(i)};
  for (const Category& category : categories) {
    AUCTION_CHECK(category.values.size() == rows.size(), "a category has a value for everybody");
    const std::vector<std::int64_t> halves = halves_of(category);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i].halves += halves[i];
      rows[i].by_category.push_back(halves[i]);
    }
  }
  std::vector<std::vector<std::int64_t>> keys;
  for (const RotoRow& row : rows) keys.push_back({row.halves});
  std::vector<RotoRow> table;
  for (const Place& place : places_of(keys)) {
    table.push_back(rows[place.row]);
    table.back().rank = place.rank;
  }
  return table;
}

}  // namespace auction
