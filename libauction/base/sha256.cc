#include "libauction/base/sha256.h"

#include <cstring>

#include "libauction/base/sha256_internal.h"

namespace auction {
void Sha256::compress(const std::uint8_t* block) {
  if (has_sha_instructions()) {
    compress_by_instructions(state_, block);
  } else {
    compress_plainly(state_, block);
  }
}

void Sha256::update(ByteView bytes) {
  while (!bytes.empty()) {
    const std::size_t filled = static_cast<std::size_t>(length_ % 64);
    const std::size_t room = 64 - filled;
    const std::size_t taken = bytes.size() < room ? bytes.size() : room;
    std::memcpy(pending_.data() + filled, bytes.data(), taken);
    length_ += taken;
    bytes = bytes.subspan(taken);
    if (filled + taken == 64) compress(pending_.data());
  }
}

Digest Sha256::finish() {
  const std::uint64_t bits = length_ * 8;
  const std::array<std::uint8_t, 64> padding{0x80};
  const std::size_t filled = static_cast<std::size_t>(length_ % 64);
  update(ByteView(padding).first(filled < 56 ? 56 - filled : 120 - filled));
  std::array<std::uint8_t, 8> length{};
  for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
  update(length);
  Digest digest;
  for (std::size_t i = 0; i < 32; ++i) {
    digest.bytes[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

Digest sha256(ByteView bytes) {
  Sha256 hasher;
  hasher.update(bytes);
  return hasher.finish();
}

}  // namespace auction
