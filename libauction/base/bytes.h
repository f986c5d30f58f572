// Canonical bytes: little-endian, fixed field order, lengths before contents.
//
// One value has one encoding; digests and the log rest on it. The reader never reads past its end:
// after the first error `ok()` is false and everything reads as zero or empty.
//
//   Bytes b; put_u32(b, 8); put_text(b, "Arsenal");
//   ByteReader in(b); in.u32(); in.text(); in.finished();
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/base/id.h"
#include "libauction/base/instant.h"
#include "libauction/base/money.h"

namespace auction {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

void put_u8(Bytes& out, std::uint8_t value);
void put_u16(Bytes& out, std::uint16_t value);
void put_u32(Bytes& out, std::uint32_t value);
void put_u64(Bytes& out, std::uint64_t value);
void put_i64(Bytes& out, std::int64_t value);      // two's complement
void put_bytes(Bytes& out, ByteView value);        // as they are, no length
void put_text(Bytes& out, std::string_view text);  // u32 length, then the bytes

inline void put(Bytes& out, Money value) { put_i64(out, value.units); }
inline void put(Bytes& out, Instant value) { put_i64(out, value.unix_ms); }
inline void put(Bytes& out, Millis value) { put_i64(out, value.count); }

// 16 bytes, most significant first, as the UUID's text reads.
void put_uuid(Bytes& out, std::uint64_t hi, std::uint64_t lo);
template <class Tag>
void put(Bytes& out, Id<Tag> id) {
  put_uuid(out, id.hi, id.lo);
}

class ByteReader {
 public:
  explicit ByteReader(ByteView bytes) : rest_(bytes) {}

  std::uint8_t u8();
  std::uint16_t u16();
  std::uint32_t u32();
  std::uint64_t u64();
  std::int64_t i64();
  bool boolean();  // 0 or 1; another byte is an error
  ByteView bytes(std::size_t count);
  std::string text();

  // A count of items that take at least `item_size` bytes each: refused beyond what is left.
  std::uint32_t count(std::size_t item_size);

  Money money() { return {i64()}; }
  Instant instant() { return {i64()}; }
  Millis millis() { return {i64()}; }
  template <class Tag>
  Id<Tag> id() {
    Id<Tag> id;
    uuid(id.hi, id.lo);
    return id;
  }

  void fail() {
    ok_ = false;
    rest_ = {};
  }
  bool ok() const { return ok_; }
  bool finished() const { return ok_ && rest_.empty(); }
  std::size_t left() const { return rest_.size(); }

 private:
  void uuid(std::uint64_t& hi, std::uint64_t& lo);

  ByteView rest_;
  bool ok_ = true;
};

}  // namespace auction
