// Loads: numbers out of bytes in either order, each of them one instruction where machines can.
//
//   std::uint32_t n = load_little<std::uint32_t>(bytes.data());   // four bytes must be there
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace auction {

// Written out as shifts, some compilers make a dozen instructions of each.
template <class Number>
Number load_little(const std::uint8_t* from) {
  Number value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, from, sizeof value);
  } else {
    for (std::size_t i = sizeof value; i > 0; --i) {
      value = static_cast<Number>(static_cast<Number>(value << 8) | from[i - 1]);
    }
  }
  return value;
}

inline std::uint64_t load_big_u64(const std::uint8_t* from) {
  if constexpr (std::endian::native == std::endian::little) {
    return __builtin_bswap64(load_little<std::uint64_t>(from));
  }
  std::uint64_t value = 0;
  std::memcpy(&value, from, sizeof value);
  return value;
}

}  // namespace auction
