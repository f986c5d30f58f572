// One hash, two ways to it: the processor's instructions and plain C++ agree on every block.
#include "libauction/base/random.h"
#include "libauction/base/sha256_internal.h"
#include "tests/catch.h"

using namespace auction;

TEST_CASE("the processor's SHA instructions say what plain C++ says") {
  if (!has_sha_instructions()) SUCCEED("a processor without them");
  SplitMix64 random(1);
  for (int i = 0; i < 10'000 && has_sha_instructions(); ++i) {
    std::array<std::uint8_t, 64> block{};
    Sha256State plainly{};
    for (std::uint8_t& byte : block) byte = static_cast<std::uint8_t>(random.next());
    for (std::uint32_t& word : plainly) word = static_cast<std::uint32_t>(random.next());
    Sha256State by_instructions = plainly;
    compress_plainly(plainly, block.data());
    compress_by_instructions(by_instructions, block.data());
    REQUIRE(plainly == by_instructions);
  }
}

// FIPS 180-4's own example: "abc" in one block.
TEST_CASE("plain C++ hashes the standard's example") {
  std::array<std::uint8_t, 64> block{'a', 'b', 'c', 0x80};
  block[63] = 24;
  Sha256State state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                    0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  compress_plainly(state, block.data());
  CHECK(state == Sha256State{0xba7816bf, 0x8f01cfea, 0x414140de, 0x5dae2223, 0xb00361a3, 0x96177a9c,
                             0xb410ff61, 0xf20015ad});
}
