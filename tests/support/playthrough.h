// A whole auction as text that reads like prose: who did what when, and where the state stood.
//
//   +0.000  host          created: pilot-football, 3 managers, 5 assets
//   +5.000  tick          lot 1 opens: Arsenal, base 1000000, ends +35.000
//   +6.020  Reds          bids 1000000 on lot 1
//                         = 6 3f2a91..    after every lot and at the end: seq and state digest
#pragma once

#include <string>

#include "tests/support/small_auction.h"

namespace auction {

std::string playthrough(std::span<const Record> records);

}  // namespace auction
