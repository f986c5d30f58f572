// The class Auction is bound by noun, a file each; all of them answer in one way.
#pragma once

#include "bindings/python/events.h"
#include "bindings/python/live_auction.h"

namespace auction::python {

using AuctionClass = py::class_<LiveAuction>;

void bind_bids(AuctionClass& c);          // a manager's
void bind_commissioner(AuctionClass& c);  // who conducts
void bind_clock(AuctionClass& c);         // time

// None where it was accepted, else the Rejection.
inline py::object answer(const std::optional<Rejection>& refused) {
  if (!refused) return py::none();
  return rejection_object(*refused);
}

}  // namespace auction::python
