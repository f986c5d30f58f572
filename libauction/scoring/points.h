// Points: whole numbers of a rule book's unit, so that halves and tenths never round.
//
// A book with scale 20 counts twentieths: 20 is one point, 2 a tenth, and a captain's 1.5 times a
// tenth is 3. Books without fractions use scale 1.
//
//   points_text(253, 20) == "12.65"    points_text(-40, 20) == "-2"    points_text(7, 1) == "7"
//   read_points("0.5", 20) == 10       read_points("0.33", 20) is nothing: no twentieth is .33
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace auction {

// The scales a book may have: those whose units have a finite decimal form.
constexpr bool is_point_scale(std::int64_t scale) {
  return scale == 1 || scale == 2 || scale == 4 || scale == 5 || scale == 10 || scale == 20 ||
         scale == 100;
}

// What a captain's points are multiplied by, as a fraction: 3/2 for 1.5.
struct Multiplier {
  std::int32_t times = 1;
  std::int32_t over = 1;

  bool operator==(const Multiplier&) const = default;
};

// Decimal text without trailing zeros, for a scale of is_point_scale.
std::string points_text(std::int64_t units, std::int32_t scale);

// The units of a decimal text ("-0.5", "12"); nothing if it is no number or no multiple of a unit.
std::optional<std::int64_t> read_points(std::string_view text, std::int32_t scale);

}  // namespace auction
