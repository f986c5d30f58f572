// Framed: an alternative of a variant as canonical bytes: u16 type number, u32 length, fields.
//
// The number is the alternative's place in the variant, from 1, so a new type goes to the end and
// none is ever taken out. Each machine (auction, season) frames its events this way and says itself
// how one alternative's fields are written and read.
//
//   put_framed(out, event, [&](const auto& e) { fields(e, Writer{out}); });
//   read_framed<Event>(in, [](ByteReader& body, auto& e) { fields(e, Reader{body}); });
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "libauction/base/bytes.h"

namespace auction {

template <class Variant>
std::uint16_t framed_number(const Variant& value) {
  return static_cast<std::uint16_t>(value.index() + 1);
}

template <class Variant, class WriteFields>
void put_framed(Bytes& out, const Variant& value, WriteFields&& write) {
  put_u16(out, framed_number(value));
  const std::size_t length_at = out.size();
  put_u32(out, 0);
  std::visit(write, value);
  const std::size_t length = out.size() - length_at - 4;
  for (std::size_t i = 0; i < 4; ++i) {
    out[length_at + i] = static_cast<std::uint8_t>(length >> (8 * i));
  }
}

// The frame's content: exactly the fields of the alternative with that number, or nothing.
template <class Variant, class ReadFields, std::size_t... I>
std::optional<Variant> read_alternative(std::size_t index, ByteReader& body, ReadFields& read,
                                        std::index_sequence<I...>) {
  std::optional<Variant> value;
  const auto read_one = [&]<class Alternative>(Alternative alternative) {
    read(body, alternative);
    if (body.finished()) value = Variant(std::move(alternative));
  };
  ((index == I ? read_one(std::variant_alternative_t<I, Variant>{}) : void()), ...);
  return value;
}

// Nothing, and the reader failed, for an unknown number, a wrong length or a field out of range.
template <class Variant, class ReadFields>
std::optional<Variant> read_framed(ByteReader& in, ReadFields&& read) {
  constexpr std::size_t kTypes = std::variant_size_v<Variant>;
  const std::uint16_t number = in.u16();
  const std::uint32_t length = in.u32();
  ByteReader body(in.bytes(length));
  std::optional<Variant> value;
  if (in.ok() && number >= 1 && number <= kTypes) {
    value = read_alternative<Variant>(number - 1u, body, read, std::make_index_sequence<kTypes>());
  }
  if (!value) in.fail();
  return value;
}

}  // namespace auction
