#include "libauction/base/sha256.h"

#include <string>

#include "libauction/base/hex.h"
#include "tests/catch.h"

using namespace auction;

namespace {

std::string hash_of(std::string_view text) {
  return to_hex(sha256(Bytes(text.begin(), text.end())).bytes);
}

}  // namespace

// FIPS 180-4 and NIST's example values.
TEST_CASE("SHA-256 gives the values NIST published") {
  CHECK(hash_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hash_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hash_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(
      hash_of("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmn"
              "opqrlmnopqrsmnopqrstnopqrstu") ==
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
  CHECK(hash_of(std::string(1'000'000, 'a')) ==
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 does not mind how its input is cut") {
  const std::string text(300, 'x');
  const Bytes all(text.begin(), text.end());
  for (std::size_t cut = 0; cut <= all.size(); ++cut) {
    Sha256 hasher;
    hasher.update(ByteView(all).first(cut));
    hasher.update(ByteView(all).subspan(cut));
    CHECK(hasher.finish() == sha256(all));
  }
}
