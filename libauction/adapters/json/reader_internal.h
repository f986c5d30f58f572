// Reads JSON values into our types, one overload a type, and objects by the names of their fields.
//
// A struct whose fields are listed in `fields(struct, each)` is read and written by that one list.
// Rule sets keep what they hold where a member is missing, so presets can be overridden; everything
// else must be whole. A member nobody asked for is a fault.
#pragma once

#include <concepts>
#include <limits>
#include <vector>

#include "libauction/adapters/json/place_internal.h"
#include "libauction/adapters/json/words_internal.h"

namespace auction {

// A field whose value `none` is null in JSON.
template <class T>
struct OrNull {
  T& field;
  std::remove_const_t<T> none;
};
template <class T>
OrNull(T&, std::remove_const_t<T>) -> OrNull<T>;

// The same, and it may also be missing.
template <class T>
struct MayMiss {
  T& field;
  std::remove_const_t<T> none;
};
template <class T>
MayMiss(T&, std::remove_const_t<T>) -> MayMiss<T>;

inline void read(const JsonPlace& place, bool& value) { value = place.boolean(); }
inline void read(const JsonPlace& place, std::string& value) { value = place.text(); }

template <std::integral T>
  requires(!std::same_as<T, bool>)
void read(const JsonPlace& place, T& value) {
  constexpr std::int64_t kMost = kMaxMoney.units;
  if constexpr (sizeof(T) < sizeof(std::int64_t)) {
    constexpr std::int64_t kTop = std::numeric_limits<T>::max();
    value = static_cast<T>(place.integer(std::numeric_limits<T>::min(), kTop));
  } else {
    value = static_cast<T>(place.integer(std::is_signed_v<T> ? -kMost : 0, kMost));
  }
}

inline void read(const JsonPlace& place, Digest& value) { read_hex(place, value.bytes); }
inline void read(const JsonPlace& place, Seed& value) { read_hex(place, value.bytes); }

inline void read(const JsonPlace& place, Money& value) {
  value.units = place.integer(place.reading().least_money, kMaxMoney.units);
}
inline void read(const JsonPlace& place, Millis& value) {
  value.count = place.integer(0, kMaxMoney.units);
}
inline void read(const JsonPlace& place, Instant& value) {
  value = kNever;
  if (!place.value().is_null()) value.unix_ms = place.integer(-kMaxMoney.units, kMaxMoney.units);
}
inline void read(const JsonPlace& place, ManagerSlot& value) {
  value = kNoManager;
  if (place.value().is_null()) return;
  value.value = static_cast<std::uint8_t>(place.integer(0, kNoManager.value - 1));
}
template <class Tag, class Rep>
void read(const JsonPlace& place, Index<Tag, Rep>& value) {
  read(place, value.value);
}

template <class Tag>
void read(const JsonPlace& place, Id<Tag>& value) {
  const std::optional<Id<Tag>> id = parse_id<Tag>(place.text());
  if (id) value = *id;
  if (!id) place.fail_wanted("a UUID of 36 characters in lower case");
}

template <class Enum>
  requires std::is_enum_v<Enum>
void read(const JsonPlace& place, Enum& value) {
  const Words words = words_of(Enum{});
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == place.text()) return void(value = static_cast<Enum>(i));
  }
  place.fail_wanted(one_of(words));
}

template <class T>
void read(const JsonPlace& place, OrNull<T> or_null) {
  if (place.value().is_null()) {
    or_null.field = or_null.none;
  } else {
    read(place, or_null.field);
  }
}
template <class T>
void read(const JsonPlace& place, std::optional<T>& maybe) {
  maybe.reset();
  if (place.value().is_null()) return;
  T value;
  read(place, value);
  maybe = std::move(value);
}
template <class T>
void read(const JsonPlace& place, Shared<T>& shared) {
  T value;
  read(place, value);
  shared = Shared<T>(std::move(value));
}

template <class T>
void read(const JsonPlace& place, std::vector<T>& items);

// Asks an object for its members by name, each once, then tells the one nobody asked for.
class JsonMembers {
 public:
  enum class Missing { kKept, kRefused };

  JsonMembers(const JsonPlace& place, Missing missing)
      : place_(place), object_(place.object()), missing_(missing) {}

  template <class T>
  void operator()(std::string_view name, T&& field) {
    const JsonValue* value = find(name);
    if (value != nullptr) {
      read(JsonPlace(place_, name, *value), field);
    } else if (missing_ == Missing::kRefused) {
      missing(name);
    }
  }
  template <class T>
  void operator()(std::string_view name, MayMiss<T> field) {
    const JsonValue* value = find(name);
    if (value == nullptr) {
      field.field = field.none;
    } else {
      read(JsonPlace(place_, name, *value), OrNull<T>{field.field, field.none});
    }
  }

  const JsonValue* find(std::string_view name) {
    known_.push_back(name);
    return object_ == nullptr ? nullptr : member(*object_, name);
  }

  void finish() const;

 private:
  void missing(std::string_view name) const;

  const JsonPlace& place_;
  const JsonObject* object_;
  Missing missing_;
  std::vector<std::string_view> known_;
};

template <class T>
concept Listed = requires(T& value, JsonMembers& members) { fields(value, members); };

template <class T>
struct JsonMissing {
  static constexpr JsonMembers::Missing kWhat = JsonMembers::Missing::kRefused;
};

template <Listed T>
void read(const JsonPlace& place, T& value) {
  JsonMembers members(place, JsonMissing<T>::kWhat);
  fields(value, members);
  members.finish();
}

template <class T>
void read(const JsonPlace& place, std::vector<T>& items) {
  items.clear();
  const JsonArray* array = place.array();
  for (std::size_t i = 0; array != nullptr && i < array->size(); ++i) {
    read(JsonPlace(place, i, (*array)[i]), items.emplace_back());
  }
}

}  // namespace auction
