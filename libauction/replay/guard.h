// A guard around work on a log that somebody else may have written.
//
// `apply` trusts its events: one that cannot belong to the state fails an AUCTION_CHECK, and by
// default that ends the process. While a guard lives, a failed check in *this thread* throws
// CheckFailure instead. Checks that fail in other threads go where they went before, so a server
// may verify a stranger's file in one thread and keep its own auctions in another.
//
//   try { CheckGuard guard; apply(state, events, at); } catch (const CheckFailure& f) { ... }
//
// Any thread; guards nest. The last one puts the host's handler back. A handler that the host
// installs while a guard lives takes the guard's place.
#pragma once

#include "libauction/base/check.h"

namespace auction {

class CheckGuard {
 public:
  CheckGuard();
  ~CheckGuard();
  CheckGuard(const CheckGuard&) = delete;
  CheckGuard& operator=(const CheckGuard&) = delete;
};

}  // namespace auction
