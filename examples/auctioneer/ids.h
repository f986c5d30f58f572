// Ids for auctions and commissioners, which only have a name here: the same name always gets the
// same id, so that the same inputs and the same seed make the same log, byte for byte. (Assets and
// managers get theirs in libauction/adapters/csv/ids.h.)
#pragma once

#include <string_view>

#include "libauction/base/id.h"
#include "libauction/base/sha256.h"

namespace auction {

// The first 16 bytes of SHA-256("<kind>\n<name>"), with the version (8) and variant bits of RFC
// 9562.
template <class AnId>
AnId id_named(std::string_view kind, std::string_view name) {
  const auto bytes = [](std::string_view text) {
    return ByteView(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  };
  Sha256 hash;
  hash.update(bytes(kind));
  hash.update(bytes("\n"));
  hash.update(bytes(name));
  const Digest digest = hash.finish();
  AnId id;
  for (std::size_t i = 0; i < 8; ++i) id.hi = id.hi << 8 | digest.bytes[i];
  for (std::size_t i = 8; i < 16; ++i) id.lo = id.lo << 8 | digest.bytes[i];
  id.hi = (id.hi & ~std::uint64_t{0xf000}) | 0x8000;
  id.lo = (id.lo & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  return id;
}

}  // namespace auction
