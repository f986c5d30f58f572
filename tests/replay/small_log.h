// The set-up of the small auctions whose logs the tests here fold and verify.
#pragma once

#include "tests/support/small_auction.h"

namespace auction {

inline const Setup kSetup = small_setup("pilot-football");
inline const StreamId kStream = stream_of(kSetup.auction);

}  // namespace auction
