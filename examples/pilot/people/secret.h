// Secrets drawn from the system, and the hashes under which they are kept.
//
//   const std::string token = draw_token();          // 256 bits, 43 characters
//   rows keep secret_hash(token); whoever reads the rows can sign in as nobody
#pragma once

#include <string>
#include <string_view>

#include "libauction/base/id.h"
#include "libauction/base/sha256.h"

namespace pilot {

std::string draw_token();
auction::Digest secret_hash(std::string_view token);

void draw_bytes(std::uint64_t& hi, std::uint64_t& lo);

// A new id: a random UUID, version 4.
template <class Tag>
auction::Id<Tag> draw_id() {
  auction::Id<Tag> id;
  draw_bytes(id.hi, id.lo);
  id.hi = (id.hi & ~0xf000ull) | 0x4000ull;
  id.lo = (id.lo & ~(0xc0ull << 56)) | (0x80ull << 56);
  return id;
}

}  // namespace pilot
