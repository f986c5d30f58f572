#include "libauction/adapters/csv/csv_fault.h"

#include <absl/strings/cord.h>

#include "libauction/base/bytes.h"

namespace auction {
namespace {

constexpr const char* kFaults = "libauction/csv-faults";
constexpr std::size_t kMostTold = 100;

absl::Cord packed(const std::vector<CsvFault>& faults) {
  Bytes bytes;
  for (std::size_t i = 0; i < faults.size() && i < kMostTold; ++i) {
    put_u32(bytes, faults[i].line);
    put_text(bytes, faults[i].column);
    put_text(bytes, faults[i].value);
    put_text(bytes, faults[i].message);
  }
  // Not from a std::string: clang 19 and g++ 12 mangle that constructor differently.
  return absl::Cord(absl::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

}  // namespace

std::string to_text(const CsvFault& fault) {
  std::string text;
  if (fault.line != 0) text += "line " + std::to_string(fault.line);
  if (!fault.column.empty()) text += ", column " + fault.column;
  if (!text.empty()) text += ": ";
  text += fault.message;
  if (!fault.value.empty()) text += ", not " + fault.value;
  return text;
}

absl::Status to_status(const std::vector<CsvFault>& faults) {
  if (faults.empty()) return absl::OkStatus();
  std::string message = to_text(faults.front());
  if (faults.size() > 1) {
    message += " (and " + std::to_string(faults.size() - 1) + " more; nothing was read)";
  }
  absl::Status status = absl::InvalidArgumentError(message);
  status.SetPayload(kFaults, packed(faults));
  return status;
}

std::vector<CsvFault> csv_faults(const absl::Status& status) {
  std::vector<CsvFault> faults;
  const auto payload = status.GetPayload(kFaults);
  if (!payload) return faults;
  const std::string text(*payload);
  const Bytes bytes(text.begin(), text.end());
  ByteReader in(bytes);
  while (in.ok() && in.left() > 0) {
    CsvFault& fault = faults.emplace_back();
    fault.line = in.u32();
    fault.column = in.text();
    fault.value = in.text();
    fault.message = in.text();
  }
  return faults;
}

}  // namespace auction
