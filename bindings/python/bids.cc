// What a manager does and may do: a bid, the limits of one, a request.
#include <pybind11/numpy.h>

#include "bindings/python/auction_class.h"

namespace auction::python {
namespace {

using Live = LiveAuction;
constexpr Instant kFarthest{std::int64_t{1} << 60};
using Numbers = py::array_t<std::int64_t, py::array::c_style | py::array::forcecast>;

py::object place_bid(Live& a, py::handle manager, py::handle amount, py::handle lot, py::handle at,
                     py::handle expected_seq) {
  PlaceBid bid;
  const ManagerSlot seat = a.manager_of(manager);
  if (!amount.is_none()) bid.amount = {whole(amount, "amount", 1, kMaxMoney.units)};
  const Instant now = a.time_of(at);
  if (!lot.is_none()) bid.lot = a.lot_of(lot);
  if (!expected_seq.is_none()) {
    bid.expected_seq =
        static_cast<std::uint64_t>(whole(expected_seq, "expected_seq", 0, INT64_MAX));
  }
  a.settle_before(now);  // a lot that is due to open by then is there to be bid on
  if (lot.is_none()) bid.lot = a.open_lot();
  return answer(a.bid(bid, seat));
}

// Whole numbers in one dimension, `size` of them if that is known (-1).
Numbers numbers_of(py::handle value, const char* name, py::ssize_t size) {
  const auto array = py::array::ensure(value);
  if (!array || (array.dtype().kind() != 'i' && array.dtype().kind() != 'u')) {
    PyErr_Clear();
    throw py::type_error(std::string(name) + ": must be an array of whole numbers");
  }
  if (array.ndim() != 1 || (size >= 0 && array.size() != size)) {
    throw py::value_error(std::string(name) + ": must be of one dimension and of one length");
  }
  return Numbers::ensure(array);
}

// A number of each reason is told, so that a million answers are a million bytes.
py::array_t<std::uint8_t> place_bids(Live& a, py::handle managers, py::handle amounts,
                                     py::handle at) {
  const Numbers seats = numbers_of(managers, "managers", -1);
  const Numbers units = numbers_of(amounts, "amounts", seats.size());
  const Numbers times = numbers_of(at, "at", seats.size());
  const auto count = static_cast<std::int64_t>(a.state().setup->participants.size());
  py::array_t<std::uint8_t> answers(seats.size());
  const auto size = static_cast<std::size_t>(seats.size());
  const std::span who(seats.data(), size), what(units.data(), size), when(times.data(), size);
  const std::span told(answers.mutable_data(), size);
  for (std::size_t i = 0; i < size; ++i) {
    const std::int64_t seat = who[i], amount = what[i];
    const Instant now{when[i]};
    const bool is_amount = amount >= 1 && amount <= kMaxMoney.units;
    if (seat < 0 || seat >= count || !is_amount || now.unix_ms < 0 || now >= kFarthest) {
      throw py::value_error("bid " + std::to_string(i) + ": no such manager, amount or time");
    }
    a.settle_before(now);
    const PlaceBid bid{a.open_lot(), {amount}, 0};
    const auto no = a.bid(bid, {static_cast<std::uint8_t>(seat)});
    told[i] = no ? static_cast<std::uint8_t>(no->reason) : std::uint8_t{0};
  }
  return answers;
}

py::object request_lots(Live& a, py::handle manager, py::handle assets, py::handle at) {
  std::vector<AssetSlot> slots;
  for (const py::handle asset : py::iter(assets)) slots.push_back(a.asset_of(asset));
  const ManagerSlot seat = a.manager_of(manager);
  const ManagerId id = a.state().setup->participants[seat.value].id;
  return answer(a.act(RequestLots{AssetList(std::move(slots))}, manager_at(seat), {id.hi, id.lo},
                      a.time_of(at)));
}

const OpenLot* lot_named(const Live& a, py::handle lot) {
  return find_open(a.state(), a.lot_of(lot));
}

std::int64_t max_bid_of(const Live& a, py::handle manager, py::handle lot) {
  const OpenLot* open = lot_named(a, lot);
  return open == nullptr ? 0 : max_bid(a.state(), a.manager_of(manager), *open).units;
}

// Every amount that would be accepted now, at most `most` of them.
py::array_t<std::int64_t> legal_bids(const Live& a, py::handle manager, py::handle lot,
                                     py::handle most) {
  const ManagerSlot seat = a.manager_of(manager);
  const auto limit = static_cast<std::size_t>(whole(most, "most", 1, 100'000'000));
  std::vector<std::int64_t> amounts;
  const OpenLot* open = lot_named(a, lot);
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

}  // namespace

void bind_bids(AuctionClass& c) {
  const py::none none;
  const auto lot = py::arg("lot") = none;
  const auto at = py::arg("at") = none;
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
      .def("place_bids", &place_bids, py::arg("managers"), py::arg("amounts"), py::arg("at"),
           R"(Many bids in one call, each on the lot that is open by then.

Parameters
----------
managers, amounts, at : array of int, shape (n,)
    Slots, units of the currency, Unix milliseconds.

Returns
-------
ndarray of uint8, shape (n,)
    0: accepted; else the `number` of a `Reason`.

Raises
------
ValueError
    At the first bid that could be nobody's; those before it stand.)")
      .def("request_lots", &request_lots, py::arg("manager"), py::arg("assets"), py::kw_only(), at,
           "Names unsold assets to be offered again, where the rules ask for it.")
      .def_property_readonly("purses", &purses, "int64 array (managers,): after what was sold.")
      .def("max_bid", &max_bid_of, py::arg("manager"), lot,
           "The highest amount this manager could bid on an open lot; 0: none.")
      .def("legal_bids", &legal_bids, py::arg("manager"), lot, py::arg("most") = 100'000,
           R"(Every amount that would be accepted now.

Returns
-------
ndarray of int64, shape (k,)
    Rising; empty where no bid is possible.

Raises
------
ValueError
    If there are more than `most` of them.)");
}

}  // namespace auction::python
