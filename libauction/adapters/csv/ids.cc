#include "libauction/adapters/csv/ids.h"

#include <string>

#include "libauction/base/sha256.h"

namespace auction {
namespace {

template <class AnId>
AnId id_of(const std::string& name) {
  const Bytes bytes(name.begin(), name.end());
  const Digest digest = sha256(bytes);
  AnId id;
  for (std::size_t i = 0; i < 8; ++i) id.hi = (id.hi << 8) | digest.bytes[i];
  for (std::size_t i = 8; i < 16; ++i) id.lo = (id.lo << 8) | digest.bytes[i];
  id.hi = (id.hi & ~std::uint64_t{0xf000}) | 0x8000;
  id.lo = (id.lo & ~(std::uint64_t{3} << 62)) | (std::uint64_t{2} << 62);
  return id;
}

}  // namespace

AssetId asset_id(std::string_view external_id) {
  return id_of<AssetId>("asset:" + std::string(external_id));
}

ManagerId manager_id(std::string_view label) {
  return id_of<ManagerId>("manager:" + std::string(label));
}

}  // namespace auction
