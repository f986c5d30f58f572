// The view of one viewer, as the dataclasses of auction.views.
#include "bindings/python/events.h"

namespace auction::python {
namespace {

template <class Items, class Each>
py::tuple tuple_of(const Items& items, Each each) {
  py::tuple tuple(items.size());
  std::size_t i = 0;
  for (const auto& item : items) tuple[i++] = each(item);
  return tuple;
}

py::object bid(const PlacedBid& b) {
  return make("views", "Bid", b.manager.value, b.amount.units, b.seq, b.at.unix_ms);
}

py::object open_lot(const LotView& lot) {
  py::object current = py::none();
  if (lot.current_bid) current = py::int_(lot.current_bid->units);
  return make("views", "OpenLot", lot.number.value, lot.asset.value, lot.round, lot.reoffer,
              lot.base_price.units, current, manager_object(lot.leader), lot.bid_count,
              lot.next_bid.units, lot.extensions, time_object(lot.opened_at),
              time_object(lot.ends_at), lot.remaining.count, tuple_of(lot.bids, bid),
              tuple_of(lot.max_bids, [](Money m) { return py::int_(m.units); }));
}

py::object holding(const Holding& h) {
  py::object lot = py::none();
  if (h.lot.value != 0) lot = py::int_(h.lot.value);
  return make("views", "Holding", h.asset.value, h.price.units, lot);
}

py::object squad(const ManagerView& m, const State& state) {
  return make("views", "Squad", m.slot.value, state.setup->participants[m.slot.value].label,
              m.purse.units, m.spent.units, m.slots_used, m.slots_left, tuple_of(m.squad, holding));
}

py::object closed_lot(const LotRecord& lot, std::size_t number) {
  py::object winner = manager_object(lot.winner);
  return make("views", "ClosedLot", number, lot.asset.value, member("Outcome", word(lot.outcome)),
              member("How", word(lot.how)), winner, lot.round, lot.price.units, lot.bid_count,
              time_object(lot.opened_at));
}

py::tuple closed_lots(const View& view) {
  py::list list;
  for (std::size_t i = 0; i < view.closed.size(); ++i) {
    if (view.closed[i].outcome != Outcome::kOpen) list.append(closed_lot(view.closed[i], i + 1));
  }
  return py::tuple(list);
}

}  // namespace

py::object view_object(const View& v, const State& state) {
  const auto slot = [](AssetSlot asset) { return py::int_(asset.value); };
  py::object reason = py::none();
  if (v.reason != EndReason::kNone) reason = member("EndReason", word(v.reason));
  return make("views", "View", v.seq, v.server_now.unix_ms, member("Status", word(v.status)),
              member("Phase", word(v.phase)), reason, time_object(v.opens_at),
              time_object(v.requests_end_at), tuple_of(v.lots, open_lot),
              tuple_of(v.managers, [&](const ManagerView& m) { return squad(m, state); }),
              make("views", "Progress", v.progress.total, v.progress.sold, v.progress.unsold,
                   v.progress.remaining, v.progress.round),
              tuple_of(v.upcoming, slot), closed_lots(v), manager_object(v.viewer),
              tuple_of(v.requested, slot));
}

}  // namespace auction::python
