// The class Auction: how one is made and copied, and what is to be seen of it.
#include "bindings/python/auction_class.h"
#include "libauction/adapters/json/command.h"
#include "libauction/adapters/json/view.h"
#include "libauction/auction/invariants.h"

namespace auction::python {
namespace {

using Live = LiveAuction;

// A command as JSON, for hosts that have it so, and for whatever has no method of its own.
py::object act(Live& a, py::handle command, py::handle actor, py::handle at) {
  CommandMessage message = value_or_raise(command_from_json(text_of(command, "command")));
  if (actor.is_none()) return answer(a.act(message.command, kHost, {}, a.time_of(at)));
  const ActorId id = id_of<ActorId>(actor, "actor");
  return answer(a.act(message.command, actor_of(a.state(), id), id, a.time_of(at)));
}

py::object view_for(const Live& a, py::handle viewer, py::handle at) {
  const ManagerSlot seat = viewer.is_none() ? kNoManager : a.manager_of(viewer);
  return view_object(view(a.state(), seat, later(a.time_of(at), a.state().last_at)), a.state());
}

py::str view_json(const Live& a, py::handle viewer, py::handle at) {
  const ManagerSlot seat = viewer.is_none() ? kNoManager : a.manager_of(viewer);
  return to_json(view(a.state(), seat, later(a.time_of(at), a.state().last_at)), *a.state().setup);
}

py::bytes auction_bytes(const Live& a) {
  Bytes bytes;
  put(bytes, a.state());
  return bytes_object(bytes);
}

// Only the state: whoever wants the history has the log.
Live auction_from_bytes(py::handle value) {
  std::optional<State> state = read_state(bytes_of(value, "bytes"));
  if (!state) raise("InputError", "these bytes are no auction's state");
  if (const std::string broken = broken_invariant(*state); !broken.empty()) {
    raise("InputError", "these bytes are no sound state: " + broken);
  }
  Keeping keeping = Keeping::forgotten(stream_of(state->setup->auction));
  return Live(*std::move(state), std::move(keeping));
}

Live clone(const Live& a, bool history) {
  const Keeping& keeping = a.keeping();
  const bool all = history && !keeping.in_store();
  return Live(a.state(), all ? keeping : Keeping::forgotten(keeping.stream()));
}

py::tuple head_of(Live& a) {
  const Head head = a.keeping().head();
  return py::make_tuple(head.seq, hex(head.hash));
}

const char* const kAuctionDoc = R"(One auction: the real engine, with your clock.

Every act names its instant (`at`, an int of Unix milliseconds or a datetime with a zone) or happens
`now`, the latest instant anybody has named. What is due by then happens first. An act answers None
where it was accepted, and a `Rejection` where a rule said no: a refusal is a value, never an
exception. Managers are named by slot, label or id; lots by number, or not at all while one is open.

Not for several threads at once: give each its own auction, or a lock.)";

void bind_reading(py::class_<Live>& c) {
  c.def_property_readonly(
       "setup", [](const Live& a) { return a.state().setup; }, "As pinned.")
      .def_property_readonly(
          "rules", [](const Live& a) { return a.state().rules; }, "The rules.")
      .def_property_readonly(
          "status", [](const Live& a) { return member("Status", word(a.state().status)); },
          "A `Status`.")
      .def_property_readonly(
          "phase", [](const Live& a) { return member("Phase", word(phase(a.state()))); },
          "What a running auction waits for, a `Phase`.")
      .def_property_readonly(
          "seq", [](const Live& a) { return a.state().seq; }, "Events so far.")
      .def_property_readonly(
          "open_lots",
          [](const Live& a) {
            py::list numbers;
            for (const OpenLot& lot : a.state().open) numbers.append(lot.number.value);
            return numbers;
          },
          "Numbers of the lots that are open.")
      .def_property_readonly(
          "events", [](const Live& a) { return events_tuple(a.events()); },
          "What the last accepted act came to.")
      .def_property_readonly(
          "log", [](Live& a) { return a.keeping().log(); }, "Everything that happened, a `Log`.")
      .def_property_readonly("head", &head_of,
                             "(seq, hash) of the log's end: publish it, and no tail can be cut.")
      .def("view", &view_for, py::arg("viewer") = py::none(), py::arg("at") = py::none(),
           "What a manager sees, or somebody without a seat: a `View`.")
      .def("view_json", &view_json, py::arg("viewer") = py::none(), py::arg("at") = py::none(),
           "The same as JSON, with names beside the numbers.")
      .def(
          "state_digest", [](const Live& a) { return hex(state_digest(a.state())); },
          "SHA-256 of the state's canonical bytes, hex: equal on every machine.")
      .def(
          "broken_invariant", [](const Live& a) { return broken_invariant(a.state()); },
          "'' where every cached and derived fact agrees; else the first that does not.");
}

}  // namespace

void bind_auction(py::module_& module) {
  py::class_<Live> c(module, "Auction", kAuctionDoc);
  c.def(py::init([](const Shared<Setup>& setup, py::handle seed, py::handle at,
                    std::shared_ptr<OpenStore> store) {
          return Live(setup, seed_of(seed, "seed"), instant_of(at, "at"), std::move(store));
        }),
        py::arg("setup"), py::kw_only(), py::arg("seed") = 0, py::arg("at") = 0,
        py::arg("store") = py::none());
  bind_bids(c);
  bind_commissioner(c);
  bind_clock(c);
  c.def("act", &act, py::arg("command"), py::arg("actor") = py::none(), py::arg("at") = py::none(),
        "A command as JSON text; without an actor the host's own.");
  bind_reading(c);
  c.def("to_bytes", &auction_bytes, "The state's canonical bytes: equal states have equal bytes.")
      .def_static("from_bytes", &auction_from_bytes, py::arg("bytes"),
                  "The auction of such bytes, without its history.")
      .def("clone", &clone, py::arg("history") = true,
           "A copy that goes its own way. Without the history it is cheaper and has no log.")
      .def("__copy__", [](const Live& a) { return clone(a, true); })
      .def(
          "__deepcopy__", [](const Live& a, py::handle) { return clone(a, true); }, py::arg("memo"))
      .def(
          "__eq__", [](const Live& a, const Live& b) { return a.state() == b.state(); },
          py::is_operator())
      .def("__repr__",
           [](const Live& a) {
             return "<Auction " + a.state().rules->name + ", " +
                    std::string(word(a.state().status)) + ", seq " + std::to_string(a.state().seq) +
                    ">";
           })
      .def(py::pickle([](const Live& a) { return py::make_tuple(auction_bytes(a)); },
                      [](const py::tuple& t) { return auction_from_bytes(t[0]); }));
  c.attr("__hash__") = py::none();
}

}  // namespace auction::python
