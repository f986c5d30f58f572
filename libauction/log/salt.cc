#include "libauction/log/salt.h"

namespace auction {

Salt SeededSalts::salt(std::uint64_t seq) {
  std::array<std::uint8_t, 16> name{};
  for (std::size_t i = 0; i < 8; ++i) {
    name[i] = static_cast<std::uint8_t>(seed_ >> (8 * i));
    name[8 + i] = static_cast<std::uint8_t>(seq >> (8 * i));
  }
  const Digest digest = sha256(name);
  Salt salt;
  for (std::size_t i = 0; i < salt.bytes.size(); ++i) salt.bytes[i] = digest.bytes[i];
  return salt;
}

}  // namespace auction
