// Fields as canonical bytes, by the one list in which a struct names them.
//
// A struct with `fields(value, each)` is written in that order and read back: numbers and enums
// little-endian, an optional as 0 or 1 and the value, a list as its count and the items, a handle
// as what it holds. A type with bytes of its own (put and read_own) keeps those.
//
//   put_fields(out, member);
//   LeagueMember again;  read_fields(in, again);  in.finished()
//
// An enum tells how many words it has by `enum_count(E{})`: other numbers fail the reader.
#pragma once

#include <concepts>
#include <optional>
#include <type_traits>

#include "libauction/base/sha256.h"
#include "libauction/base/shared.h"

namespace auction {

struct FieldWriter {
  Bytes& out;

  template <class Field>
  void operator()(const char*, const Field& field) {
    write(field);
  }

  template <class Tag>
  void write(Id<Tag> id) {
    put(out, id);
  }
  template <class Tag, class Rep>
  void write(Index<Tag, Rep> index) {
    write(index.value);
  }
  template <std::integral T>
  void write(T value) {
    using Number = std::make_unsigned_t<std::conditional_t<std::same_as<T, bool>, char, T>>;
    const auto number = static_cast<Number>(value);
    for (std::size_t i = 0; i < sizeof(T); ++i) {
      out.push_back(static_cast<std::uint8_t>(std::uint64_t{number} >> (8 * i)));
    }
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void write(Enum value) {
    write(static_cast<std::underlying_type_t<Enum>>(value));
  }
  void write(Instant value) { put(out, value); }
  void write(const Digest& digest) { put_bytes(out, digest.bytes); }
  void write(const std::string& text) { put_text(out, text); }
  template <class T>
  void write(const std::optional<T>& maybe) {
    write(maybe.has_value());
    if (maybe) write(*maybe);
  }
  template <class T>
  void write(const Shared<T>& shared) {
    write(*shared);
  }
  template <class T>
  void write(const std::vector<T>& items) {
    put_u32(out, static_cast<std::uint32_t>(items.size()));
    for (const T& item : items) write(item);
  }
  template <class T>
    requires std::is_class_v<T>
  void write(const T& value) {
    if constexpr (requires { fields(value, *this); }) {
      fields(value, *this);
    } else {
      put(out, value);
    }
  }
};

struct FieldReader {
  ByteReader& in;

  template <class Field>
  void operator()(const char*, Field& field) {
    read(field);
  }

  template <class Tag>
  void read(Id<Tag>& id) {
    id = in.id<Tag>();
  }
  template <class Tag, class Rep>
  void read(Index<Tag, Rep>& index) {
    read(index.value);
  }
  void read(bool& value) { value = in.boolean(); }
  template <std::integral T>
  void read(T& value) {
    std::uint64_t number = 0;
    const ByteView bytes = in.bytes(sizeof(T));
    for (std::size_t i = 0; i < bytes.size(); ++i) number |= std::uint64_t{bytes[i]} << (8 * i);
    value = static_cast<T>(number);
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void read(Enum& value) {
    std::underlying_type_t<Enum> number{};
    read(number);
    if (number >= enum_count(Enum{})) in.fail();
    value = in.ok() ? static_cast<Enum>(number) : Enum{};
  }
  void read(Instant& value) { value = in.instant(); }
  void read(Digest& digest) {
    const ByteView bytes = in.bytes(digest.bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) digest.bytes[i] = bytes[i];
  }
  void read(std::string& text) { text = in.text(); }
  template <class T>
  void read(std::optional<T>& maybe) {
    maybe.reset();
    if (!in.boolean()) return;
    T value;
    read(value);
    maybe = std::move(value);
  }
  template <class T>
  void read(Shared<T>& shared) {
    T value;
    read(value);
    shared = Shared<T>(std::move(value));
  }
  // Memory is asked for by what is there, never by what a count claims.
  template <class T>
  void read(std::vector<T>& items) {
    items.clear();
    for (std::uint32_t left = in.count(1); left > 0 && in.ok(); --left) {
      read(items.emplace_back());
    }
  }
  template <class T>
    requires std::is_class_v<T>
  void read(T& value) {
    if constexpr (requires { fields(value, *this); }) {
      fields(value, *this);
    } else {
      read_own(in, value);
    }
  }
};

template <class T>
void put_fields(Bytes& out, const T& value) {
  fields(value, FieldWriter{out});
}

// Check `in.ok()` after reading.
template <class T>
void read_fields(ByteReader& in, T& value) {
  fields(value, FieldReader{in});
}

}  // namespace auction
