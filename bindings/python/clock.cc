// Time: what is due by itself, and when.
#include "bindings/python/auction_class.h"
#include "libauction/auction/deadline.h"

namespace auction::python {
namespace {

using Live = LiveAuction;

py::object tick(Live& a, py::handle at) { return answer(a.act(Tick{}, kHost, {}, a.time_of(at))); }
py::object recover(Live& a, py::handle at) {
  return answer(a.act(Recover{}, kHost, {}, a.time_of(at)));
}

// To an instant, by a length of time, or to the next deadline; what happened on the way.
py::tuple advance(Live& a, py::handle by) {
  Instant to = later(a.now(), a.state().last_at);
  if (!by.is_none()) {
    to = to + millis_of(by, "by");
  } else if (const Instant next = next_deadline(a.state()); next != kNever) {
    to = later(to, next);
  }
  Events happened;
  a.settle(to, &happened);
  return events_tuple(happened);
}

}  // namespace

void bind_clock(AuctionClass& c) {
  const auto at = py::arg("at") = py::none();
  c.def("tick", &tick, at, "Performs one due transition, if there is one.")
      .def("recover", &recover, at, "After a restart: grants open lots their grace.")
      .def(
          "settle", [](Live& a, py::handle t) { return a.settle(a.time_of(t)); }, at,
          "Performs every transition that is due; their number.")
      .def("advance", &advance, py::arg("by") = py::none(),
           R"(Lets time pass.

Parameters
----------
by : int or timedelta, optional
    Milliseconds; left out, as far as the next deadline.

Returns
-------
tuple of Event
    What happened on the way.)")
      .def_property_readonly(
          "now", [](const Live& a) { return a.now().unix_ms; },
          "The latest instant anybody has named, Unix milliseconds.")
      .def_property_readonly(
          "next_deadline", [](const Live& a) { return time_object(next_deadline(a.state())); },
          "When something is due by itself; None: never.");
}

}  // namespace auction::python
