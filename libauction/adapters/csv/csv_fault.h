// What is wrong with a CSV file, row by row. All or none: one fault and nothing is read.
//
// Every reader of this adapter answers with absl::StatusOr. A refusal is InvalidArgument; its
// message counts the faults and tells the first, and all of them (a hundred at most) are attached.
//
//   auto assets = assets_from_csv(text, rules.currency);
//   if (!assets.ok()) for (const CsvFault& fault : csv_faults(assets.status())) show(fault);
#pragma once

#include <absl/status/status.h>

#include <cstdint>
#include <string>
#include <vector>

namespace auction {

struct CsvFault {
  std::uint32_t line = 0;  // of the file, from 1, where the row begins; 0: the file as a whole
  std::string column;      // by the header's name; empty: the row as a whole
  std::string value;       // what stands there
  std::string message;     // "must be an amount of money, like 30 or 2.30 cr"

  bool operator==(const CsvFault&) const = default;
};

absl::Status to_status(const std::vector<CsvFault>& faults);

// The faults in a status of ours; none for any other status.
std::vector<CsvFault> csv_faults(const absl::Status& status);

// "line 3, column basePrice: must be ..., not 3o"
std::string to_text(const CsvFault& fault);

}  // namespace auction
