// Python's values as the engine's, strictly, and back.
#include <cstring>

#include "bindings/python/bind.h"
#include "libauction/adapters/json/iso_time.h"
#include "libauction/base/hex.h"

namespace auction::python {
namespace {

std::string type_of(py::handle value) { return Py_TYPE(value.ptr())->tp_name; }

[[noreturn]] void wrong_type(py::handle value, const char* name, const char* wanted) {
  throw py::type_error(std::string(name) + ": must be " + wanted + ", not " + type_of(value));
}

bool is_bool(py::handle value) {
  return PyBool_Check(value.ptr()) != 0 || type_of(value) == "numpy.bool" ||
         type_of(value) == "numpy.bool_";
}

// An int, or an int made of what may stand for one. New reference.
py::object index_of(py::handle value, const char* name) {
  if (PyLong_CheckExact(value.ptr())) return py::reinterpret_borrow<py::object>(value);
  if (is_bool(value) || PyIndex_Check(value.ptr()) == 0) wrong_type(value, name, "an int");
  PyObject* number = PyNumber_Index(value.ptr());
  if (number == nullptr) {
    PyErr_Clear();
    wrong_type(value, name, "an int");
  }
  return py::reinterpret_steal<py::object>(number);
}

[[noreturn]] void out_of_range(py::handle number, const char* name, const std::string& range) {
  std::string shown = py::repr(number);
  if (shown.size() > 40) shown = shown.substr(0, 40) + "...";
  throw py::value_error(std::string(name) + ": must be " + range + ", not " + shown);
}

[[noreturn]] void overflow(const char* name, const std::string& range) {
  PyErr_SetString(PyExc_OverflowError, (std::string(name) + ": must be " + range).c_str());
  throw py::error_already_set();
}

std::int64_t milliseconds(const py::object& delta) {
  const py::object timedelta = py::module_::import("datetime").attr("timedelta");
  const py::object floor = delta.attr("__floordiv__")(timedelta(0, 0, 1000));
  return floor.cast<std::int64_t>();
}

bool is_instance(py::handle value, const char* name) {
  return py::isinstance(value, py::module_::import("datetime").attr(name));
}

}  // namespace

std::int64_t whole(py::handle value, const char* name, std::int64_t least, std::int64_t most) {
  int over = 0;
  std::int64_t number = 0;
  const auto range = [&] { return std::to_string(least) + " to " + std::to_string(most); };
  if (PyLong_CheckExact(value.ptr())) {
    number = PyLong_AsLongLongAndOverflow(value.ptr(), &over);
  } else {
    number = PyLong_AsLongLongAndOverflow(index_of(value, name).ptr(), &over);
  }
  if (over != 0) overflow(name, range());
  if (number < least || number > most) out_of_range(value, name, range());
  return number;
}

std::uint64_t seed_of(py::handle value, const char* name) {
  const py::object number = index_of(value, name);
  const std::uint64_t seed = PyLong_AsUnsignedLongLong(number.ptr());
  if (PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    overflow(name, "0 to 18446744073709551615");
  }
  return seed;
}

Money money_of(py::handle value, const char* name) {
  return {whole(value, name, 0, kMaxMoney.units)};
}

Instant instant_of(py::handle value, const char* name) {
  // Room for what is added to an instant: no clock rule reaches this far.
  constexpr std::int64_t kFarthest = std::int64_t{1} << 60;
  if (PyLong_CheckExact(value.ptr())) return {whole(value, name, -kFarthest, kFarthest)};
  if (is_instance(value, "datetime")) {
    const py::module_ datetime = py::module_::import("datetime");
    if (value.attr("tzinfo").is_none()) {
      throw py::value_error(std::string(name) + ": a datetime needs its time zone");
    }
    const py::object epoch = datetime.attr("datetime")(
        1970, 1, 1, py::arg("tzinfo") = datetime.attr("timezone").attr("utc"));
    return {milliseconds(value.attr("__sub__")(epoch))};
  }
  if (is_bool(value) || PyIndex_Check(value.ptr()) == 0) {
    wrong_type(value, name, "an int of Unix milliseconds or a datetime with a time zone");
  }
  return {whole(value, name, -kFarthest, kFarthest)};
}

Millis millis_of(py::handle value, const char* name) {
  constexpr std::int64_t kLongest = std::int64_t{1} << 50;
  if (is_instance(value, "timedelta")) {
    const std::int64_t count = milliseconds(py::reinterpret_borrow<py::object>(value));
    if (count < 0) throw py::value_error(std::string(name) + ": must not be negative");
    return {count};
  }
  return {whole(value, name, 0, kLongest)};
}

std::string text_of(py::handle value, const char* name) {
  if (PyUnicode_Check(value.ptr()) == 0) wrong_type(value, name, "a str");
  Py_ssize_t size = 0;
  const char* text = PyUnicode_AsUTF8AndSize(value.ptr(), &size);
  if (text == nullptr) throw py::error_already_set();
  return {text, static_cast<std::size_t>(size)};
}

Note note_of(py::handle value) {
  if (value.is_none()) return std::nullopt;
  return Shared<std::string>(text_of(value, "note"));
}

void read_uuid(py::handle value, const char* name, std::uint64_t& hi, std::uint64_t& lo) {
  const std::string text =
      text_of(PyUnicode_Check(value.ptr()) != 0 ? py::reinterpret_borrow<py::object>(value)
                                                : py::object(py::str(value)),
              name);
  if (parse_uuid(text, hi, lo)) return;
  throw py::value_error(std::string(name) + ": must be a UUID in lower case");
}

py::object time_object(Instant at) {
  if (at == kNever) return py::none();
  return py::int_(at.unix_ms);
}

py::object manager_object(ManagerSlot manager) {
  if (manager == kNoManager) return py::none();
  return py::int_(manager.value);
}

py::object note_object(const Note& note) {
  if (!note) return py::none();
  return py::str(**note);
}

py::str hex(const Digest& digest) { return py::str(to_hex(digest.bytes)); }

Digest digest_of(py::handle value, const char* name) {
  Digest digest;
  std::vector<std::uint8_t> bytes;
  if (!parse_hex(text_of(value, name), bytes) || bytes.size() != digest.bytes.size()) {
    throw py::value_error(std::string(name) + ": must be 64 hexadecimal digits in lower case");
  }
  std::copy(bytes.begin(), bytes.end(), digest.bytes.begin());
  return digest;
}

py::iterator iterator_of(const py::object& sequence) {
  return py::reinterpret_steal<py::iterator>(PySeqIter_New(sequence.ptr()));
}

py::bytes bytes_object(const Bytes& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Bytes bytes_of(py::handle value, const char* name) {
  if (PyBytes_Check(value.ptr()) == 0) wrong_type(value, name, "bytes");
  const auto* data = reinterpret_cast<const std::uint8_t*>(PyBytes_AS_STRING(value.ptr()));
  return {data, data + PyBytes_GET_SIZE(value.ptr())};
}

}  // namespace auction::python
