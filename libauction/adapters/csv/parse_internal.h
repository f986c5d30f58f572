// Text to rows, with the line at which each row begins.
#pragma once

#include "libauction/adapters/csv/table_internal.h"

namespace auction {

// Stops at the first fault, which is then the only one.
std::vector<CsvRow> parse_csv(std::string_view text, std::vector<CsvFault>& faults);

}  // namespace auction
