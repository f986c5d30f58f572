// What the commissioner does: opens, pauses, corrects, undoes, ends.
#include "bindings/python/auction_class.h"

namespace auction::python {
namespace {

using Live = LiveAuction;

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

}  // namespace

void bind_commissioner(AuctionClass& c) {
  const py::none none;
  const auto note = py::arg("note") = none;
  const auto at = py::arg("at") = none;
  const auto actor = py::arg("actor") = none;
  const auto lot = py::arg("lot") = none;
  c.def("open", &open, py::arg("begins_at") = none, py::kw_only(), note, at, actor,
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
           "Takes a commissioner's rights; the last one stays.");
}

}  // namespace auction::python
