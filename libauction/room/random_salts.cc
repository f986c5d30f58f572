#include "libauction/room/random_salts.h"

#include <algorithm>
#include <random>

namespace auction {

RandomSalts::RandomSalts() {
  std::random_device system;
  for (std::uint8_t& byte : secret_.bytes) byte = static_cast<std::uint8_t>(system());
}

Salt RandomSalts::salt(std::uint64_t seq) {
  Bytes bytes(secret_.bytes.begin(), secret_.bytes.end());
  put_u64(bytes, ++drawn_);
  put_u64(bytes, seq);
  const Digest digest = sha256(bytes);
  Salt salt;
  std::copy_n(digest.bytes.begin(), salt.bytes.size(), salt.bytes.begin());
  return salt;
}

}  // namespace auction
