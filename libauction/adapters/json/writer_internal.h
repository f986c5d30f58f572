// Writes JSON to the end of a string: no blanks, members in the order they are named.
//
//   JsonWriter json(text);
//   json.object([&] { json("name", rules.name); json("budget", rules.budget); });
//
// Times are milliseconds, kNever is null, no manager is null. Text that is not UTF-8 (it can only
// come from a log that no engine of ours wrote) has its wrong bytes replaced by U+FFFD.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/json/reader_internal.h"
#include "libauction/base/hex.h"
#include "libauction/base/instant.h"
#include "libauction/base/money.h"
#include "libauction/base/shared.h"
#include "libauction/lot/lot.h"

namespace auction {

void append_quoted(std::string& out, std::string_view text);
void append_number(std::string& out, std::int64_t value);
void append_number(std::string& out, std::uint64_t value);

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  template <class Body>
  void object(Body&& body) {
    open('{');
    body();
    close('}');
  }

  template <class List, class Each>
  void list(const List& items, Each&& each) {
    open('[');
    for (const auto& item : items) each(item);
    close(']');
  }

  void key(std::string_view name) {
    separate();
    append_quoted(out_, name);
    out_.push_back(':');
    first_ = true;  // the value follows without a comma
  }

  template <class T>
  void operator()(std::string_view name, const T& field) {
    key(name);
    value(field);
  }

  void null() { raw("null"); }
  void value(bool b) { raw(b ? "true" : "false"); }
  void value(std::string_view text) {
    separate();
    append_quoted(out_, text);
  }
  void value(const std::string& text) { value(std::string_view(text)); }
  void value(const char* text) { value(std::string_view(text)); }

  template <std::integral T>
    requires(!std::same_as<T, bool>)
  void value(T number) {
    separate();
    append_number(
        out_,
        static_cast<std::conditional_t<std::is_signed_v<T>, std::int64_t, std::uint64_t>>(number));
  }
  void value(Money amount) { value(amount.units); }
  void value(Millis length) { value(length.count); }
  void value(Instant at) { at == kNever ? null() : value(at.unix_ms); }
  void value(ManagerSlot slot) { slot == kNoManager ? null() : value(slot.value); }
  void value(LotNumber lot) { value(lot.value); }
  void value(AssetSlot asset) { value(asset.value); }

  template <class Tag>
  void value(Id<Tag> id) {
    value(to_text(id));
  }
  template <class T>
  void value(const std::optional<T>& maybe) {
    maybe ? value(*maybe) : null();
  }
  template <class T>
  void value(const Shared<T>& shared) {
    value(*shared);
  }
  template <class T>
  void value(const std::vector<T>& items) {
    list(items, [&](const T& item) { value(item); });
  }

  template <class T>
  void value(const OrNull<T>& or_null) {
    or_null.field == or_null.none ? null() : value(or_null.field);
  }
  template <class T>
  void value(const MayMiss<T>& may_miss) {
    value(OrNull<T>{may_miss.field, may_miss.none});
  }
  void value(const Digest& digest) { value(to_hex(digest.bytes)); }
  void value(const Seed& seed) { value(to_hex(seed.bytes)); }
  template <class T>
    requires std::is_enum_v<T>
  void value(T word) {
    value(word_of(word));
  }
  // A type with a writer of its own, or else a struct by the list of its fields.
  template <class T>
    requires std::is_class_v<T> && requires(JsonWriter& json, const T& t) { write(json, t); }
  void value(const T& own) {
    write(*this, own);
  }
  template <class T>
    requires std::is_class_v<T> && requires(JsonWriter& json, const T& t) { fields(t, json); } &&
             (!requires(JsonWriter& json, const T& t) { write(json, t); })
  void value(const T& listed) {
    object([&] { fields(listed, *this); });
  }

  // Text that is JSON already.
  void raw(std::string_view json) {
    separate();
    out_ += json;
  }

 private:
  void separate() {
    if (!first_) out_.push_back(',');
    first_ = false;
  }
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    first_ = true;
  }
  void close(char bracket) {
    out_.push_back(bracket);
    first_ = false;
  }

  std::string& out_;
  bool first_ = true;
};

}  // namespace auction
