#include "libauction/base/bytes.h"

#include <array>

#include "libauction/base/load.h"

namespace auction {
namespace {

// All bytes of a number at once: one look at the room that is left.
template <std::size_t kSize>
void put_little_endian(Bytes& out, std::uint64_t value) {
  std::array<std::uint8_t, kSize> bytes;
  for (std::size_t i = 0; i < kSize; ++i) bytes[i] = static_cast<std::uint8_t>(value >> (8 * i));
  out.insert(out.end(), bytes.begin(), bytes.end());
}

// Both of exactly as many bytes; of none, after the reader's end, 0.
template <class Number>
Number little_endian(ByteView bytes) {
  return bytes.size() == sizeof(Number) ? load_little<Number>(bytes.data()) : Number{0};
}

std::uint64_t big_endian(ByteView bytes) {
  return bytes.size() == 8 ? load_big_u64(bytes.data()) : 0;
}

}  // namespace

void put_u8(Bytes& out, std::uint8_t value) { out.push_back(value); }
void put_u16(Bytes& out, std::uint16_t value) { put_little_endian<2>(out, value); }
void put_u32(Bytes& out, std::uint32_t value) { put_little_endian<4>(out, value); }
void put_u64(Bytes& out, std::uint64_t value) { put_little_endian<8>(out, value); }
void put_i64(Bytes& out, std::int64_t value) { put_u64(out, static_cast<std::uint64_t>(value)); }

void put_bytes(Bytes& out, ByteView value) { out.insert(out.end(), value.begin(), value.end()); }

void put_text(Bytes& out, std::string_view text) {
  put_u32(out, static_cast<std::uint32_t>(text.size()));
  out.insert(out.end(), text.begin(), text.end());
}

void put_uuid(Bytes& out, std::uint64_t hi, std::uint64_t lo) {
  std::array<std::uint8_t, 16> bytes;
  for (std::size_t i = 0; i < 8; ++i) {
    bytes[i] = static_cast<std::uint8_t>(hi >> (56 - 8 * i));
    bytes[8 + i] = static_cast<std::uint8_t>(lo >> (56 - 8 * i));
  }
  out.insert(out.end(), bytes.begin(), bytes.end());
}

std::uint8_t ByteReader::u8() { return little_endian<std::uint8_t>(bytes(1)); }
std::uint16_t ByteReader::u16() { return little_endian<std::uint16_t>(bytes(2)); }
std::uint32_t ByteReader::u32() { return little_endian<std::uint32_t>(bytes(4)); }
std::uint64_t ByteReader::u64() { return little_endian<std::uint64_t>(bytes(8)); }
std::int64_t ByteReader::i64() { return static_cast<std::int64_t>(u64()); }

bool ByteReader::boolean() {
  const std::uint8_t value = u8();
  if (value > 1) fail();
  return value == 1;
}

ByteView ByteReader::bytes(std::size_t count) {
  if (count > rest_.size()) {
    fail();
    return {};
  }
  const ByteView taken = rest_.first(count);
  rest_ = rest_.subspan(count);
  return taken;
}

std::string ByteReader::text() {
  const std::uint32_t size = u32();
  const ByteView taken = bytes(size);
  return std::string(taken.begin(), taken.end());
}

std::uint32_t ByteReader::count(std::size_t item_size) {
  const std::uint32_t n = u32();
  if (n > rest_.size() / item_size) {
    fail();
    return 0;
  }
  return n;
}

void ByteReader::uuid(std::uint64_t& hi, std::uint64_t& lo) {
  hi = big_endian(bytes(8));
  lo = big_endian(bytes(8));
}

}  // namespace auction
