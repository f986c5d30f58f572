// Ranks: the order of a table from lists of numbers, the greater first.
//
// Who is equal in all of them shares the better rank, and the next one stands as far down as if the
// ranks had been given out: 1, 2, 2, 4.
//
//   std::vector<Place> places = places_of({{9, 4}, {12, 0}, {9, 4}});   // 1: row 1, 2: rows 0, 2
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace auction {

struct Place {
  std::size_t row = 0;     // of the lists given
  std::uint32_t rank = 1;  // from 1

  bool operator==(const Place&) const = default;
};

// The lists have one length. Equal rows stand in the order given.
std::vector<Place> places_of(std::span<const std::vector<std::int64_t>> keys);

}  // namespace auction
