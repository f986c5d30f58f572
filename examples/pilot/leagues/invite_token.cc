#include "examples/pilot/leagues/invite_token.h"

#include <sys/random.h>

#include <array>

#include "libauction/base/check.h"

namespace pilot {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

std::uint64_t draw_u64() {
  std::uint64_t drawn = 0;
  AUCTION_CHECK(getrandom(&drawn, sizeof drawn, 0) == sizeof drawn, "the system has randomness");
  return drawn;
}

char understood(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') return '0';
  return c == 'I' || c == 'L' ? '1' : c;
}

}  // namespace

std::string draw_invite() {
  std::uint64_t bits = draw_u64();
  std::string token;
  for (std::size_t i = 0; i < kInviteLength; ++i) {
    token.push_back(kAlphabet[bits % kAlphabet.size()]);
    bits /= kAlphabet.size();
  }
  return token;
}

std::optional<std::string> read_invite(std::string_view typed) {
  std::string token;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    token.push_back(understood(c));
    if (token.size() > kInviteLength || kAlphabet.find(token.back()) == std::string_view::npos)
      return std::nullopt;
  }
  if (token.size() != kInviteLength) return std::nullopt;
  return token;
}

void draw_uuid(std::uint64_t& hi, std::uint64_t& lo) {
  hi = (draw_u64() & ~std::uint64_t{0xf000}) | 0x4000;
  lo = (draw_u64() & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
}

}  // namespace pilot
