// SHA-256 (FIPS 180-4), the hash of the record chain and of state digests.
//
//   Digest d = sha256(bytes);            to_hex(d.bytes)
//   Sha256 h; h.update(a); h.update(b); h.finish();
#pragma once

#include <array>
#include <compare>
#include <cstdint>

#include "libauction/base/bytes.h"

namespace auction {

struct Digest {
  std::array<std::uint8_t, 32> bytes{};

  auto operator<=>(const Digest&) const = default;
};

class Sha256 {
 public:
  void update(ByteView bytes);
  Digest finish();  // once; the hasher is used up

 private:
  void compress(const std::uint8_t* block);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> pending_{};
  std::uint64_t length_ = 0;  // bytes so far
};

Digest sha256(ByteView bytes);

}  // namespace auction
