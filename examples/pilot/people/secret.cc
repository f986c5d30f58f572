#include "examples/pilot/people/secret.h"

#include <unistd.h>

#include <array>
#include <span>
#include <stdexcept>

namespace pilot {
namespace {

template <class Bytes>
void draw(Bytes& bytes) {
  if (getentropy(bytes.data(), bytes.size() * sizeof(bytes[0])) != 0) {
    throw std::runtime_error("the system gives no randomness");
  }
}

}  // namespace

std::string draw_token() {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<std::uint8_t, 33> bytes{};  // the last one pads the 43rd character
  draw(bytes);
  bytes[32] = 0;
  std::string token;
  for (std::size_t bit = 0; bit < 256; bit += 6) {
    const unsigned pair = static_cast<unsigned>(bytes[bit / 8]) << 8 | bytes[bit / 8 + 1];
    token += kLetters[pair >> (10 - bit % 8) & 63u];
  }
  return token;
}

auction::Digest secret_hash(std::string_view token) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(token.data());
  return auction::sha256(std::span(bytes, token.size()));
}

void draw_bytes(std::uint64_t& hi, std::uint64_t& lo) {
  std::array<std::uint64_t, 2> words{};
  draw(words);
  hi = words[0];
  lo = words[1];
}

}  // namespace pilot
