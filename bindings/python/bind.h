// What the rooms of the module share: where each is bound, strict arguments, and how a no is
// raised.
//
// Arguments are taken by what they are: a whole number is an int (or NumPy's), never a bool, a
// float or None; a time is an int of milliseconds or a datetime with a zone; a text has no lone
// surrogates. Anything else is a TypeError, a ValueError or an OverflowError that names the
// argument.
//
//   Money amount = money_of(value, "amount");          raise("LogFault", "event 7: ...");
#pragma once

#include <absl/status/statusor.h>
#include <pybind11/pybind11.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/json/json_fault.h"
#include "libauction/auction/state.h"
#include "libauction/base/sha256.h"
#include "libauction/rules/lint.h"

namespace auction::python {

namespace py = pybind11;

// Arguments.
std::int64_t whole(py::handle value, const char* name, std::int64_t least, std::int64_t most);
std::uint64_t seed_of(py::handle value, const char* name);  // 0..2^64-1
Money money_of(py::handle value, const char* name);         // 0..2^53-1
Instant instant_of(py::handle value, const char* name);
Millis millis_of(py::handle value, const char* name);  // an int or a timedelta, not below 0
std::string text_of(py::handle value, const char* name);
Note note_of(py::handle value);

// Ids are UUID texts, or uuid.UUID.
void read_uuid(py::handle value, const char* name, std::uint64_t& hi, std::uint64_t& lo);
template <class AnId>
AnId id_of(py::handle value, const char* name) {
  AnId id;
  read_uuid(value, name, id.hi, id.lo);
  return id;
}

// Answers.
py::object time_object(Instant at);  // None: never
py::object manager_object(ManagerSlot manager);
py::object note_object(const Note& note);
py::str hex(const Digest& digest);
Digest digest_of(py::handle value, const char* name);
py::bytes bytes_object(const Bytes& bytes);
Bytes bytes_of(py::handle value, const char* name);

// The member of auction.enums.NAME that is this word.
py::object member(const char* name, std::string_view word);

// An object of auction.MODULE.NAME, made from what it is given in its order.
py::object class_of(const char* module, const char* name);
template <class... Args>
py::object make(const char* module, const char* name, Args&&... args) {
  return class_of(module, name)(std::forward<Args>(args)...);
}

py::iterator iterator_of(const py::object& sequence);  // by place

// Exceptions of auction.errors.
[[noreturn]] void raise(const char* name, const std::string& message);
[[noreturn]] void raise(const char* name, const std::string& message, py::object detail);
[[noreturn]] void raise_status(const absl::Status& status, const char* environment);
[[noreturn]] void raise_findings(const std::vector<Finding>& findings);

// The value, or InputError (what was read is wrong) or StorageError (the machine said no).
template <class T>
T value_or_raise(absl::StatusOr<T> answer) {
  if (!answer.ok()) raise_status(answer.status(), "StorageError");
  return *std::move(answer);
}

py::list findings_list(const std::vector<Finding>& findings);

template <class T>
std::size_t hash_bytes(const T& value) {
  Bytes bytes;
  put(bytes, value);
  return static_cast<std::size_t>(
      py::hash(py::bytes(reinterpret_cast<const char*>(bytes.data()), bytes.size())));
}

}  // namespace auction::python
