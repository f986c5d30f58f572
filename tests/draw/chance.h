// Draws for simulations: the same on every compiler.
//
// Two draws never stand in the arguments of one call: C++ leaves their order open, and the golden
// digest would depend on the compiler.
#pragma once

#include <initializer_list>

#include "libauction/base/random.h"

namespace auction {

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : source_(seed) {}

  // From `low` to `high`, both included.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    const auto width = static_cast<std::uint64_t>(high - low) + 1;
    return low + static_cast<std::int64_t>(source_.below(width));
  }
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(source_.below(bound)); }
  bool one_in(std::uint64_t n) { return source_.below(n) == 0; }

  template <class T>
  T one_of(std::initializer_list<T> items) {
    return items.begin()[below(items.size())];
  }

 private:
  SplitMix64 source_;
};

}  // namespace auction
