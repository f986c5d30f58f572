// The auction's methods: a bid, the commissioner's acts, time, and what is to be seen.
#include <pybind11/numpy.h>

#include "bindings/python/events.h"
#include "bindings/python/live_auction.h"
#include "libauction/adapters/json/command.h"
#include "libauction/adapters/json/view.h"
#include "libauction/auction/deadline.h"
#include "libauction/auction/invariants.h"
#include "libauction/replay/fold.h"

namespace auction::python {
namespace {

using Live = LiveAuction;

py::object answer(const std::optional<Rejection>& refused) {
  if (!refused) return py::none();
  return rejection_object(*refused);
}

py::object place_bid(Live& a, py::handle manager, py::handle amount, py::handle lot, py::handle at,
                     py::handle expected_seq) {
  PlaceBid bid;
  const ManagerSlot seat = a.manager_of(manager);
  if (!amount.is_none()) bid.amount = {whole(amount, "amount", 1, kMaxMoney.units)};
  const Instant now = a.time_of(at);
  // A lot that is due to open by then is there to be bid on.
  if (lot.is_none() && !nothing_due(a.state(), later(now, a.state().last_at))) a.settle(now);
  bid.lot = a.lot_of(lot);
  if (!expected_seq.is_none()) {
    bid.expected_seq =
        static_cast<std::uint64_t>(whole(expected_seq, "expected_seq", 0, INT64_MAX));
  }
  return answer(a.bid(bid, seat, now));
}

// Whoever acts for the commissioner: the first one, or the id that is named.
py::object conduct(Live& a, const Command& command, py::handle at, py::handle actor) {
  const ActorId id = actor.is_none() ? a.commissioner() : id_of<ActorId>(actor, "actor");
  return answer(a.act(command, actor_of(a.state(), id), id, a.time_of(at)));
}

template <class Act>
auto noted() {
  return [](Live& a, py::handle note, py::handle at, py::handle actor) {
    Act act;
    act.note = note_of(note);
    return conduct(a, act, at, actor);
  };
}

template <class Act>
auto on_lot() {
  return [](Live& a, py::handle lot, py::handle note, py::handle at, py::handle actor) {
    Act act;
    act.lot = a.lot_of(lot);
    act.note = note_of(note);
    return conduct(a, act, at, actor);
  };
}

py::object open(Live& a, py::handle begins_at, py::handle note, py::handle at, py::handle actor) {
  const Instant begin = begins_at.is_none() ? kNever : instant_of(begins_at, "begins_at");
  return conduct(a, Open{begin, note_of(note)}, at, actor);
}

py::object extend(Live& a, py::handle by, py::handle lot, py::handle note, py::handle at,
                  py::handle actor) {
  return conduct(a, Extend{a.lot_of(lot), millis_of(by, "by"), note_of(note)}, at, actor);
}

py::object assign(Live& a, py::handle asset, py::handle manager, py::handle price, py::handle note,
                  py::handle at, py::handle actor) {
  return conduct(
      a, Assign{a.asset_of(asset), a.manager_of(manager), money_of(price, "price"), note_of(note)},
      at, actor);
}

py::object adjust_purse(Live& a, py::handle manager, py::handle delta, py::handle note,
                        py::handle at, py::handle actor) {
  const Money by{whole(delta, "delta", -kMaxMoney.units, kMaxMoney.units)};
  return conduct(a, AdjustPurse{a.manager_of(manager), by, note_of(note)}, at, actor);
}

py::object void_sale(Live& a, py::handle lot, bool reoffer, py::handle note, py::handle at,
                     py::handle actor) {
  const LotNumber number{static_cast<std::uint32_t>(whole(lot, "lot", 0, UINT32_MAX))};
  return conduct(a, VoidSale{number, reoffer, note_of(note)}, at, actor);
}

// A drawn order is promised by the reset and drawn by the host, at the same instant.
py::object reset(Live& a, py::handle seed, py::handle note, py::handle at, py::handle actor) {
  const bool drawn = needs_draw(a.state().rules->order.kind);
  const Seed next = seed_from(seed_of(seed, "seed"));
  py::object refused =
      conduct(a, Reset{drawn ? commitment(next) : Digest{}, note_of(note)}, at, actor);
  if (!refused.is_none() || !drawn) return refused;
  return answer(a.act(DrawOrder{next}, kHost, {}, a.now()));
}

template <class Act>
auto on_person() {
  return [](Live& a, py::handle who, py::handle note, py::handle at, py::handle actor) {
    return conduct(a, Act{id_of<ActorId>(who, "who"), note_of(note)}, at, actor);
  };
}

py::object request_lots(Live& a, py::handle manager, py::handle assets, py::handle at) {
  std::vector<AssetSlot> slots;
  for (const py::handle asset : py::iter(assets)) slots.push_back(a.asset_of(asset));
  const ManagerSlot seat = a.manager_of(manager);
  const ManagerId id = a.state().setup->participants[seat.value].id;
  return answer(a.act(RequestLots{AssetList(std::move(slots))}, manager_at(seat), {id.hi, id.lo},
                      a.time_of(at)));
}

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

// A command as JSON, for hosts that have it so, and for whatever has no method of its own.
py::object act(Live& a, py::handle command, py::handle actor, py::handle at) {
  CommandMessage message = value_or_raise(command_from_json(text_of(command, "command")));
  if (actor.is_none()) return answer(a.act(message.command, kHost, {}, a.time_of(at)));
  const ActorId id = id_of<ActorId>(actor, "actor");
  return answer(a.act(message.command, actor_of(a.state(), id), id, a.time_of(at)));
}

const OpenLot* open_lot(const Live& a, py::handle lot) {
  return find_open(a.state(), a.lot_of(lot));
}

std::int64_t max_bid_of(const Live& a, py::handle manager, py::handle lot) {
  const OpenLot* open = open_lot(a, lot);
  return open == nullptr ? 0 : max_bid(a.state(), a.manager_of(manager), *open).units;
}

// Every amount that would be accepted now, at most `most` of them.
py::array_t<std::int64_t> legal_bids(const Live& a, py::handle manager, py::handle lot,
                                     py::handle most) {
  const ManagerSlot seat = a.manager_of(manager);
  const auto limit = static_cast<std::size_t>(whole(most, "most", 1, 100'000'000));
  std::vector<std::int64_t> amounts;
  const OpenLot* open = open_lot(a, lot);
  const EnglishRules& english = a.state().rules->english;
  const bool leads = open != nullptr && open->leader == seat && !english.self_raise;
  if (open != nullptr && !leads && a.state().status == Status::kRunning &&
      a.now() < open->ends_at) {
    const Money highest = max_bid(a.state(), seat, *open);
    const bool one = english.bidding == Bidding::kFixedNext;
    for (Money next = open->next_bid; next <= highest && highest.units > 0;
         next = next_rung(english.ladder, next)) {
      if (amounts.size() == limit) {
        throw py::value_error("most: there are more legal bids than " + std::to_string(limit));
      }
      amounts.push_back(next.units);
      if (one) break;
    }
  }
  return py::array_t<std::int64_t>(static_cast<py::ssize_t>(amounts.size()), amounts.data());
}

py::array_t<std::int64_t> purses(const Live& a) {
  py::array_t<std::int64_t> out(static_cast<py::ssize_t>(a.state().accounts.size()));
  for (std::size_t i = 0; i < a.state().accounts.size(); ++i) {
    out.mutable_at(static_cast<py::ssize_t>(i)) = purse(a.state().accounts[i]).units;
  }
  return out;
}

py::object view_for(const Live& a, py::handle viewer, py::handle at) {
  const ManagerSlot seat = viewer.is_none() ? kNoManager : a.manager_of(viewer);
  return view_object(view(a.state(), seat, later(a.time_of(at), a.state().last_at)), a.state());
}

py::str view_json(const Live& a, py::handle viewer, py::handle at) {
  const ManagerSlot seat = viewer.is_none() ? kNoManager : a.manager_of(viewer);
  return to_json(view(a.state(), seat, later(a.time_of(at), a.state().last_at)), *a.state().setup);
}

py::bytes to_bytes(const Live& a) {
  Bytes bytes;
  put(bytes, a.state());
  return bytes_object(bytes);
}

// Only the state: whoever wants the history has the log.
Live from_bytes(py::handle value) {
  std::optional<State> state = read_state(bytes_of(value, "bytes"));
  if (!state) raise("InputError", "these bytes are no auction's state");
  if (const std::string broken = broken_invariant(*state); !broken.empty()) {
    raise("InputError", "these bytes are no sound state: " + broken);
  }
  Keeping keeping(stream_of(state->setup->auction), 0);
  keeping.forget();
  return Live(*std::move(state), std::move(keeping));
}

Live clone(const Live& a, bool history) {
  if (a.keeping().in_store()) history = false;
  Keeping keeping = history ? a.keeping() : Keeping(stream_of(a.state().setup->auction), 0);
  if (!history) keeping.forget();
  return Live(a.state(), std::move(keeping));
}

py::tuple head_of(Live& a) {
  const Head head = a.keeping().head();
  return py::make_tuple(head.seq, hex(head.hash));
}

const char* const kDoc = R"(One auction: the real engine, with your clock.

Every act names its instant (`at`, an int of Unix milliseconds or a datetime with a zone) or happens
`now`, the latest instant anybody has named. What is due by then happens first. An act answers None
where it was accepted, and a `Rejection` where a rule said no: a refusal is a value, never an
exception. Managers are named by slot, label or id; lots by number, or not at all while one is open.

Not for several threads at once: give each its own auction, or a lock.)";

void bind_acts(py::class_<Live>& c) {
  const py::none none;
  const auto note = py::arg("note") = none;
  const auto at = py::arg("at") = none;
  const auto actor = py::arg("actor") = none;
  const auto lot = py::arg("lot") = none;
  c.def("place_bid", &place_bid, py::arg("manager"), py::arg("amount") = none, lot, at,
        py::arg("expected_seq") = none,
        R"(Bids on an open lot.

Parameters
----------
manager : int or str
amount : int, optional
    Units of the currency; left out, the next price.
lot : int, optional
    Its number; left out, the one that is open.
at : int or datetime, optional
expected_seq : int, optional
    Refused as `stale` if the lot has had a bid after this event.

Returns
-------
Rejection or None
    None: accepted.)")
      .def("open", &open, py::arg("begins_at") = none, py::kw_only(), note, at, actor,
           "The commissioner opens the room; lots come up as the rules say, or at `begins_at`.")
      .def("begin", noted<Begin>(), py::kw_only(), note, at, actor, "Ends the waiting.")
      .def("pause", noted<Pause>(), py::kw_only(), note, at, actor, "Stops every clock.")
      .def("resume", noted<Resume>(), py::kw_only(), note, at, actor, "Lets them run again.")
      .def("cancel", noted<Cancel>(), py::kw_only(), note, at, actor, "Ends it without a result.")
      .def("extend", &extend, py::arg("by"), lot, py::kw_only(), note, at, actor,
           "Moves a lot's end by this many milliseconds (or a timedelta).")
      .def("close_now", on_lot<CloseNow>(), lot, py::kw_only(), note, at, actor,
           "Brings the hammer down on a lot.")
      .def("pass_lot", on_lot<PassLot>(), lot, py::kw_only(), note, at, actor,
           "Ends a lot without a sale.")
      .def("retract", on_lot<Retract>(), lot, py::kw_only(), note, at, actor,
           "Takes the latest bid back.")
      .def("assign", &assign, py::arg("asset"), py::arg("manager"), py::arg("price"), py::kw_only(),
           note, at, actor, "Gives an asset to a manager by hand.")
      .def("adjust_purse", &adjust_purse, py::arg("manager"), py::arg("delta"), py::kw_only(), note,
           at, actor, "Adds to a purse, or takes from it.")
      .def("void_sale", &void_sale, py::arg("lot"), py::arg("reoffer") = false, py::kw_only(), note,
           at, actor, "Undoes a sale, however old; with `reoffer` the asset comes up again.")
      .def("reset", &reset, py::arg("seed") = 1, py::kw_only(), note, at, actor,
           "Back to before the first lot; `seed` is that of the next drawn order.")
      .def("end", noted<End>(), py::kw_only(), note, at, actor,
           "Nothing more comes up; what is open is concluded.")
      .def("appoint", on_person<Appoint>(), py::arg("who"), py::kw_only(), note, at, actor,
           "Makes somebody (a UUID) a commissioner.")
      .def("dismiss", on_person<Dismiss>(), py::arg("who"), py::kw_only(), note, at, actor,
           "Takes a commissioner's rights; the last one stays.")
      .def("request_lots", &request_lots, py::arg("manager"), py::arg("assets"), py::kw_only(), at,
           "Names unsold assets to be offered again, where the rules ask for it.")
      .def("tick", &tick, at, "Performs one due transition, if there is one.")
      .def("recover", &recover, at, "After a restart: grants open lots their grace.")
      .def(
          "settle", [](Live& a, py::handle t) { return a.settle(a.time_of(t)); }, at,
          "Performs every transition that is due; their number.")
      .def("advance", &advance, py::arg("by") = none,
           R"(Lets time pass.

Parameters
----------
by : int or timedelta, optional
    Milliseconds; left out, as far as the next deadline.

Returns
-------
tuple of Event
    What happened on the way.)")
      .def("act", &act, py::arg("command"), actor, at,
           "A command as JSON text; without an actor the host's own.");
}

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
          "now", [](const Live& a) { return a.now().unix_ms; },
          "The latest instant anybody has named, Unix milliseconds.")
      .def_property_readonly(
          "next_deadline", [](const Live& a) { return time_object(next_deadline(a.state())); },
          "When something is due by itself; None: never.")
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
      .def_property_readonly("purses", &purses, "int64 array (managers,): after what was sold.")
      .def_property_readonly(
          "log", [](Live& a) { return a.keeping().log(); }, "Everything that happened, a `Log`.")
      .def_property_readonly("head", &head_of,
                             "(seq, hash) of the log's end: publish it, and no tail can be cut.")
      .def("max_bid", &max_bid_of, py::arg("manager"), py::arg("lot") = py::none(),
           "The highest amount this manager could bid on an open lot; 0: none.")
      .def("legal_bids", &legal_bids, py::arg("manager"), py::arg("lot") = py::none(),
           py::arg("most") = 100'000,
           R"(Every amount that would be accepted now.

Returns
-------
ndarray of int64, shape (k,)
    Rising; empty where no bid is possible.

Raises
------
ValueError
    If there are more than `most` of them.)")
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
  py::class_<Live> c(module, "Auction", kDoc);
  c.def(py::init([](const Shared<Setup>& setup, py::handle seed, py::handle at,
                    std::shared_ptr<OpenStore> store) {
          return Live(setup, seed_of(seed, "seed"), instant_of(at, "at"), std::move(store));
        }),
        py::arg("setup"), py::kw_only(), py::arg("seed") = 0, py::arg("at") = 0,
        py::arg("store") = py::none());
  bind_acts(c);
  bind_reading(c);
  c.def("to_bytes", &to_bytes, "The state's canonical bytes: equal states have equal bytes.")
      .def_static("from_bytes", &from_bytes, py::arg("bytes"),
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
      .def(py::pickle([](const Live& a) { return py::make_tuple(to_bytes(a)); },
                      [](const py::tuple& t) { return from_bytes(t[0]); }));
  c.attr("__hash__") = py::none();
}

}  // namespace auction::python
