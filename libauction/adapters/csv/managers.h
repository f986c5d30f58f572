// Managers from a CSV file, one a row, in the order of the file.
//
//   label,purse,retained
//   Chennai,120.00 cr,ms_dhoni:4 cr;ruturaj_gaikwad:1800
//
// label (unique, the team's public name) is needed. purse: the rule set's budget where it is empty.
// retained: external ids of the catalogue with the prices paid, in the order of retention, parted
// by ;. cards: a number that is checked and not kept, for files that already name right-to-match
// cards. Another column is a fault. A manager's id follows from the label (ids.h).
#pragma once

#include <absl/status/statusor.h>

#include <string_view>
#include <vector>

#include "libauction/adapters/csv/csv_fault.h"
#include "libauction/auction/setup.h"

namespace auction {

absl::StatusOr<std::vector<Participant>> managers_from_csv(std::string_view text,
                                                           const RuleSet& rules,
                                                           const Catalogue& catalogue);

}  // namespace auction
