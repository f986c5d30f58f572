// Small tables beside a competition: names joined to external ids, and points taken off teams.
//
//   name,externalId                    team,points,note
//   Juventus FC (ITA),JUV              Portsmouth,9,administration
//
// Names are compared as they stand, whole: a part of a name never joins anything ("Inter").
#pragma once

#include <absl/status/statusor.h>

#include <string>
#include <string_view>
#include <vector>

#include "libauction/adapters/csv/csv_fault.h"

namespace auction {

struct NamedId {
  std::string name;  // each once
  std::string external_id;

  bool operator==(const NamedId&) const = default;
};
absl::StatusOr<std::vector<NamedId>> names_from_csv(std::string_view text);

struct NamedDeduction {
  std::string team;
  std::int32_t points = 0;  // -999..999; below zero they are given back
  std::string note;

  bool operator==(const NamedDeduction&) const = default;
};
absl::StatusOr<std::vector<NamedDeduction>> deductions_from_csv(std::string_view text);

}  // namespace auction
