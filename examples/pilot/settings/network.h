// Addresses as text, and networks of them: 10.0.0.0/8, 2001:db8::/32, or one address alone.
//
//   const auto network = parse_network("10.0.0.0/8");
//   network->has("10.1.2.3") -> true
//
// IPv4 written as IPv6 (::ffff:10.1.2.3) counts as the IPv4 address that it is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pilot {

struct Network {
  std::array<std::uint8_t, 16> bytes{};
  unsigned bits = 128;  // that count

  bool has(std::string_view address) const;
};

std::optional<Network> parse_network(std::string_view text);
bool is_address(std::string_view text);
bool is_loopback(std::string_view address);

// The same address always in the same words: "::ffff:10.1.2.3" -> "10.1.2.3". Nothing: no address.
std::optional<std::string> plain_address(std::string_view text);

// Whom a limit by address counts together: an IPv4 address, or the /64 of an IPv6 one.
std::string address_block(std::string_view address);

}  // namespace pilot
