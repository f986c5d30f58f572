#include "examples/pilot/settings/network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace pilot {
namespace {

using AddressBytes = std::array<std::uint8_t, 16>;
constexpr AddressBytes kMapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_mapped(const AddressBytes& bytes) {
  return std::equal(kMapped.begin(), kMapped.begin() + 12, bytes.begin());
}

std::optional<AddressBytes> parse_address(std::string_view view) {
  const std::string text(view);
  AddressBytes bytes = kMapped;
  if (inet_pton(AF_INET, text.c_str(), bytes.data() + 12) == 1) return bytes;
  if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
  return std::nullopt;
}

std::string text_of(const AddressBytes& bytes) {
  char text[INET6_ADDRSTRLEN];
  const bool four = is_mapped(bytes);
  inet_ntop(four ? AF_INET : AF_INET6, bytes.data() + (four ? 12 : 0), text, sizeof text);
  return text;
}

}  // namespace

bool Network::has(std::string_view address) const {
  const auto other = parse_address(address);
  if (!other) return false;
  for (unsigned bit = 0; bit < bits; ++bit) {
    const auto mask = static_cast<std::uint8_t>(0x80u >> (bit % 8));
    if ((bytes[bit / 8] & mask) != ((*other)[bit / 8] & mask)) return false;
  }
  return true;
}

std::optional<Network> parse_network(std::string_view text) {
  const std::size_t slash = text.find('/');
  const auto bytes = parse_address(text.substr(0, slash));
  if (!bytes) return std::nullopt;
  Network network{*bytes};
  if (slash == std::string_view::npos) return network;
  const std::string_view length = text.substr(slash + 1);
  unsigned bits = 0;
  const auto read = std::from_chars(length.data(), length.data() + length.size(), bits);
  const unsigned most = is_mapped(*bytes) ? 32 : 128;
  if (read.ec != std::errc() || read.ptr != length.data() + length.size() || bits > most) {
    return std::nullopt;
  }
  network.bits = bits + 128 - most;
  return network;
}

bool is_address(std::string_view text) { return parse_address(text).has_value(); }

bool is_loopback(std::string_view address) {
  static const Network four = *parse_network("127.0.0.0/8"), six = *parse_network("::1");
  return four.has(address) || six.has(address);
}

std::optional<std::string> plain_address(std::string_view text) {
  const auto bytes = parse_address(text);
  return bytes ? std::optional(text_of(*bytes)) : std::nullopt;
}

std::string address_block(std::string_view address) {
  auto bytes = parse_address(address);
  if (!bytes) return std::string(address);
  if (!is_mapped(*bytes)) std::fill(bytes->begin() + 8, bytes->end(), std::uint8_t{0});
  return text_of(*bytes);
}

}  // namespace pilot
