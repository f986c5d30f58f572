// Access tokens from strangers. The first byte says what the rest is: 'T' a token as it came in a
// header, 'C' claims, which are signed here with the server's own key so that they get past the
// signature. Whatever is taken names somebody, is not expired, and is the same when it is signed
// again.
#include "examples/pilot/people/token.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "tests/fuzz/oracle.h"

namespace {

using namespace pilot;

const std::string kSecret = "the fuzzer's key, which is 32 bytes or more";
constexpr Instant kNow{1'760'640'000'000};

std::string url_base64(const unsigned char* bytes, std::size_t size) {
  std::string text(4 * (size / 3 + 1) + 1, '\0');
  const int length =
      EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes, static_cast<int>(size));
  text.resize(static_cast<std::size_t>(length));
  for (char& c : text) c = c == '+' ? '-' : c == '/' ? '_' : c;
  return text.substr(0, text.find('='));
}

std::string signed_claims(std::string_view claims) {
  const std::string ours = sign({}, kSecret);
  std::string token = ours.substr(0, ours.find('.') + 1);
  token += url_base64(reinterpret_cast<const unsigned char*>(claims.data()), claims.size());
  unsigned char mac[EVP_MAX_MD_SIZE];
  unsigned int length = 0;
  HMAC(EVP_sha256(), kSecret.data(), static_cast<int>(kSecret.size()),
       reinterpret_cast<const unsigned char*>(token.data()), token.size(), mac, &length);
  return token + '.' + url_base64(mac, length);
}

bool same(const TokenClaims& a, const TokenClaims& b) {
  return a.user == b.user && a.family == b.family && a.issued_at == b.issued_at &&
         a.expires_at == b.expires_at;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view rest = fuzz::text_of(data + 1, size - 1);
  const std::string token = data[0] == 'C' ? signed_claims(rest) : std::string(rest);
  const auto claims = verified(token, kSecret, kNow);
  fuzz::require(!verified(token, kSecret + "!", kNow), "another key is nobody's");
  if (!claims) return 0;
  fuzz::require(data[0] == 'C' || !rest.empty(), "the empty token is nobody's");
  fuzz::require(claims->expires_at > kNow, "what has expired is nobody's");
  const auto again = verified(sign(*claims, kSecret), kSecret, kNow);
  fuzz::require(again && same(*again, *claims), "claims survive being signed again");
  return 0;
}
