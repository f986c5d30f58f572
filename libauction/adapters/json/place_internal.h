// A place in a JSON text that is being read: a value, where it stands, and the fault if there is
// one.
//
// The first fault is kept and the reading goes on over defaults, so readers have no error paths:
// they ask `place.fault()` once, at the end. The pointer is built for a fault only.
//
//   JsonReading reading;
//   JsonPlace root(value, reading);
//   if (const JsonObject* object = root.object()) ...
//   if (reading.fault) return to_status(*reading.fault);
#pragma once

#include <optional>
#include <span>

#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/value_internal.h"

namespace auction {

struct JsonReading {
  std::optional<JsonFault> fault;
  std::int64_t least_money = 0;  // events and commands may carry negative amounts
};

class JsonPlace {
 public:
  JsonPlace(const JsonValue& value, JsonReading& reading) : value_(value), reading_(reading) {}
  JsonPlace(const JsonPlace& parent, std::string_view key, const JsonValue& value)
      : value_(value), reading_(parent.reading_), parent_(&parent), key_(key) {}
  JsonPlace(const JsonPlace& parent, std::size_t index, const JsonValue& value)
      : value_(value), reading_(parent.reading_), parent_(&parent), index_(index) {}

  const JsonValue& value() const { return value_; }
  JsonReading& reading() const { return reading_; }

  // Each tells a fault and answers with a default when something else stands there.
  const JsonObject* object() const;
  const JsonArray* array() const;
  bool boolean() const;
  std::int64_t integer(std::int64_t least, std::int64_t most) const;
  const std::string& text() const;

  // Keeps the first fault; `wanted` completes "must be ..., not what is there".
  void fail(std::string message) const;
  void fail_wanted(const std::string& wanted) const;

 private:
  std::string pointer() const;

  const JsonValue& value_;
  JsonReading& reading_;
  const JsonPlace* parent_ = nullptr;
  std::string_view key_;
  std::optional<std::size_t> index_;
};

// "a, b, c or d": the words that would do.
std::string one_of(std::span<const std::string_view> words);

// Hexadecimal text of exactly out.size() bytes.
void read_hex(const JsonPlace& place, std::span<std::uint8_t> out);

}  // namespace auction
