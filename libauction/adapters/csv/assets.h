// Assets from a CSV file, one a row, in the order of the file.
//
//   externalId,name,roles,set,basePrice,country,capped
//   jos_buttler,Jos Buttler,WK;BAT,M1,2.00 cr,England,Capped
//
// externalId (unique) and name are needed; roles (parted by ;), set and basePrice may be missing or
// empty. Every other column is an attribute, absent where its cell is empty. Money is whole units
// or the currency's way of writing it. An asset's id follows from its externalId (ids.h).
#pragma once

#include <absl/status/statusor.h>

#include <string_view>

#include "libauction/adapters/csv/csv_fault.h"
#include "libauction/catalogue/catalogue.h"
#include "libauction/rules/currency.h"

namespace auction {

absl::StatusOr<Catalogue> assets_from_csv(std::string_view text, const Currency& currency);

}  // namespace auction
