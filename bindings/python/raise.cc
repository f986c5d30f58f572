// How a no is raised, and where the package's Python classes are found.
#include "bindings/python/bind.h"
#include "libauction/adapters/csv/csv_fault.h"

namespace auction::python {
namespace {

py::list csv_list(const std::vector<CsvFault>& faults) {
  py::list list;
  for (const CsvFault& f : faults) {
    list.append(make("errors", "CsvFault", f.line, f.column, f.value, f.message));
  }
  return list;
}

}  // namespace

py::object class_of(const char* module, const char* name) {
  return py::module_::import((std::string("auction.") + module).c_str()).attr(name);
}

py::object member(const char* name, std::string_view word) {
  return class_of("enums", name)(py::str(word.data(), word.size()));
}

void raise(const char* name, const std::string& message) {
  const py::object type = class_of("errors", name);
  PyErr_SetObject(type.ptr(), type(message).ptr());
  throw py::error_already_set();
}

void raise(const char* name, const std::string& message, py::object detail) {
  const py::object type = class_of("errors", name);
  PyErr_SetObject(type.ptr(), type(message, std::move(detail)).ptr());
  throw py::error_already_set();
}

void raise_status(const absl::Status& status, const char* environment) {
  const std::string message(to_std(status.message()));
  if (const auto faults = csv_faults(status); !faults.empty()) {
    raise("InputError", message, csv_list(faults));
  }
  if (const auto fault = json_fault(status)) {
    py::list list;
    list.append(make("errors", "JsonFault", fault->pointer, fault->message));
    raise("InputError", message, list);
  }
  raise(status.code() == absl::StatusCode::kInvalidArgument ? "InputError" : environment, message);
}

py::list findings_list(const std::vector<Finding>& findings) {
  py::list list;
  for (const Finding& f : findings) {
    list.append(make("errors", "Finding",
                     member("Severity", f.severity == Severity::kError ? "error" : "warning"),
                     f.code, f.pointer, f.message));
  }
  return list;
}

void raise_findings(const std::vector<Finding>& findings) {
  std::vector<Finding> errors;
  for (const Finding& f : findings) {
    if (f.severity == Severity::kError) errors.push_back(f);
  }
  const Finding& first = errors.front();
  std::string message = first.pointer + ": " + first.message;
  if (errors.size() > 1) message += " (and " + std::to_string(errors.size() - 1) + " more)";
  raise("InputError", message, findings_list(errors));
}

}  // namespace auction::python
