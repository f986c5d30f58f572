// Events and views as the frozen dataclasses of auction.events and auction.views.
#pragma once

#include "bindings/python/bind.h"
#include "libauction/auction/view.h"
#include "libauction/bid/rejection.h"
#include "libauction/log/record.h"

namespace auction::python {

// Events of one auction name its set-up's lists, so only AuctionCreated holds more than numbers.
py::object event_object(const Event& event);
py::tuple events_tuple(std::span<const Event> events);
py::tuple events_of(const Record& record);  // of whatever kind; none where they are withheld

py::object rejection_object(const Rejection& rejection);
py::object view_object(const View& view, const State& state);

}  // namespace auction::python
