// While one stands, a failed AUCTION_CHECK throws instead of aborting.
#pragma once

#include "libauction/base/check.h"

namespace auction {

struct ThrowingChecks {
  CheckHandler before = set_check_handler(throw_check_failure);
  ~ThrowingChecks() { set_check_handler(before); }
};

}  // namespace auction
