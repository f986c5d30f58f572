// SplitMix64 and Fisher-Yates: chance that is the same on every compiler and platform.
//
// The core holds no generator: a seed comes in with a command, and what was drawn is written to the
// log as a conclusion. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number
// generators".
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace auction {

class SplitMix64 {
 public:
  constexpr explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  // Uniform in [0, bound), by rejection, so without bias. bound >= 1.
  constexpr std::uint64_t below(std::uint64_t bound) {
    const std::uint64_t reject = (0 - bound) % bound;
    std::uint64_t x = next();
    while (x < reject) x = next();
    return x % bound;
  }

 private:
  std::uint64_t state_;
};

// Fisher-Yates from the last place down.
template <class T>
constexpr void shuffle(std::span<T> items, SplitMix64& chance) {
  for (std::size_t i = items.size(); i > 1; --i) {
    std::swap(items[i - 1], items[static_cast<std::size_t>(chance.below(i))]);
  }
}

}  // namespace auction
