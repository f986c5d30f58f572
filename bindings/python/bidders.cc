#include "bindings/python/bidders.h"

#include <pybind11/numpy.h>

#include "libauction/sim/lineup.h"

namespace auction::python {
namespace {

// The most a plan may wait: a day. What is later comes after every close anyway.
constexpr std::int64_t kLongestWait = 86'400'000;

Plan plan_of_object(py::handle answer, const Facts& facts) {
  if (answer.is_none()) return out();
  if (py::isinstance<Plan>(answer)) {
    Plan plan = answer.cast<Plan>();
    plan.at = facts.now + Millis{plan.at.unix_ms};
    return plan;
  }
  const Money up_to = money_of(answer, "plan");
  if (up_to < facts.next_bid) return out();
  return bid(facts.now + seconds(1), {{}, up_to, false});
}

// Asked from any thread; each question takes the GIL. The object lives as long as the simulation.
class PlainBidder final : public Bidder {
 public:
  explicit PlainBidder(py::object plan) : plan_(std::move(plan)) {}
  ~PlainBidder() override {
    py::gil_scoped_acquire gil;
    plan_ = py::object();
  }

  Plan plan(const Facts& facts, SplitMix64&) const override {
    py::gil_scoped_acquire gil;
    try {
      return plan_of_object(plan_(py::cast(facts)), facts);
    } catch (py::error_already_set& error) {
      throw BidderFault{facts.seq, error};
    } catch (const py::builtin_exception& error) {
      error.set_error();
      throw BidderFault{facts.seq, py::error_already_set()};
    }
  }

 private:
  py::object plan_;
};

std::size_t seat_of(const Setup& setup, py::handle key) {
  const auto last = static_cast<std::int64_t>(setup.participants.size()) - 1;
  return static_cast<std::size_t>(whole(key, "seat", 0, last));
}

Plan make_bid(py::handle up_to, py::handle after_ms, py::handle amount, bool from_end) {
  Plan plan;
  plan.action = Plan::Action::kBid;
  plan.at = {whole(after_ms, "after_ms", 0, kLongestWait)};
  plan.terms = {amount.is_none() ? Money{} : money_of(amount, "amount"), money_of(up_to, "up_to"),
                from_end};
  return plan;
}

std::vector<PlanRow> from_limits(const py::array& answer, const std::vector<FactsRow>& rows) {
  const auto limits = py::array_t<std::int64_t, py::array::c_style>::ensure(answer);
  std::vector<PlanRow> plans(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t up_to = limits.data()[i];
    if (up_to < rows[i].next_bid) continue;
    plans[i] = {2, 1000, 0, up_to, 0};
  }
  return plans;
}

}  // namespace

Table table_of(const Setup& setup, const std::string& lineup, const py::dict& plain,
               const py::dict& many) {
  auto parsed = parse_lineup(lineup, setup.participants);
  if (const auto* error = std::get_if<LineupError>(&parsed)) {
    raise("InputError",
          "line-up, character " + std::to_string(error->position) + ": " + error->message);
  }
  Table table{std::get<Bidders>(std::move(parsed)), {}, false};
  table.many.resize(setup.participants.size());
  for (const auto& [seat, object] : plain) {
    table.bidders[seat_of(setup, seat)] =
        std::make_shared<PlainBidder>(py::reinterpret_borrow<py::object>(object));
  }
  for (const auto& [seat, object] : many) {
    table.bidders[seat_of(setup, seat)] = std::make_shared<Outside>();
    table.many[seat_of(setup, seat)] = py::reinterpret_borrow<py::object>(object);
    table.has_many = true;
  }
  return table;
}

FactsRow row_of(const Facts& f, std::uint64_t auction) {
  FactsRow row;
  row.auction = static_cast<std::int64_t>(auction);
  row.seq = static_cast<std::int64_t>(f.seq);
  row.lot = f.lot.value;
  row.asset = f.asset.value;
  row.manager = f.me.value;
  row.leader = f.leader == kNoManager ? -1 : std::int64_t{f.leader.value};
  row.price = f.price.units;
  row.next_bid = f.next_bid.units;
  row.limit = f.limit.units;
  row.free = f.free.units;
  row.places_left = f.places_left;
  row.my_bids = f.my_bids;
  row.lots_left = f.lots_left;
  row.worth = f.worth.units;
  row.now = f.now.unix_ms;
  row.ends_at = f.ends_at.unix_ms;
  row.luck = f.luck;
  return row;
}

Plan plan_of(const PlanRow& row, const Facts& facts) {
  if (row.action == 0) return out();
  if (row.action == 1) return wait();
  const bool sound = row.action == 2 && row.after_ms >= 0 && row.after_ms <= kLongestWait &&
                     row.amount >= 0 && row.amount <= kMaxMoney.units && row.up_to >= 0 &&
                     row.up_to <= kMaxMoney.units;
  if (!sound) throw py::value_error("plans: action 0 to 2, times and amounts within their ranges");
  return bid(facts.now + Millis{row.after_ms}, {{row.amount}, {row.up_to}, row.from_end != 0});
}

std::vector<PlanRow> ask_many(const py::object& bidder, const std::vector<FactsRow>& rows) {
  const auto size = static_cast<py::ssize_t>(rows.size());
  const py::array_t<FactsRow> facts(size, rows.data());
  const py::object answer = bidder(facts);
  if (!py::isinstance<py::array>(answer)) {
    throw py::type_error("plans: must be a NumPy array, not " +
                         std::string(Py_TYPE(answer.ptr())->tp_name));
  }
  const auto array = py::cast<py::array>(answer);
  if (array.ndim() != 1 || array.size() != size) {
    throw py::value_error("plans: must have the shape of the facts, (" + std::to_string(size) +
                          ",)");
  }
  const char kind = array.dtype().kind();
  if (kind == 'i') return from_limits(array, rows);
  if (!array.dtype().equal(py::dtype::of<PlanRow>())) {
    throw py::type_error("plans: must be int64 limits, or plan_dtype");
  }
  const auto plans = py::array_t<PlanRow, py::array::c_style>::ensure(array);
  return {plans.data(), plans.data() + size};
}

Market market_of(const Setup& setup, py::handle worth, py::handle multiple_permille,
                 py::handle spread) {
  Market market;
  market.multiple_permille = whole(multiple_permille, "multiple_permille", 0, 100'000);
  market.spread = whole(spread, "spread", 0, 100);
  if (worth.is_none()) return market;
  for (const py::handle value : py::iter(worth)) market.worth.push_back(money_of(value, "worth"));
  if (market.worth.size() != setup.catalogue->assets.size()) {
    throw py::value_error("worth: must be one for each of the " +
                          std::to_string(setup.catalogue->assets.size()) + " assets");
  }
  return market;
}

void bind_bidders(py::module_& module) {
  PYBIND11_NUMPY_DTYPE(FactsRow, auction, seq, lot, asset, manager, leader, price, next_bid, limit,
                       free, places_left, my_bids, lots_left, worth, now, ends_at, luck);
  PYBIND11_NUMPY_DTYPE(PlanRow, action, after_ms, amount, up_to, from_end);
  module.attr("facts_dtype") = py::dtype::of<FactsRow>();
  module.attr("plan_dtype") = py::dtype::of<PlanRow>();
  module.def("lineup_help", &lineup_help, "The characters of a line-up and their parameters.");
  py::class_<Facts>(module, "Facts", R"(What a bidder knows when it is asked about a lot.

Amounts are units of the currency, times Unix milliseconds, managers and assets slots.)")
      .def_readonly("seq", &Facts::seq, "Events of the auction so far.")
      .def_property_readonly(
          "lot", [](const Facts& f) { return f.lot.value; }, "Its number.")
      .def_property_readonly(
          "asset", [](const Facts& f) { return f.asset.value; }, "Its slot.")
      .def_property_readonly(
          "manager", [](const Facts& f) { return f.me.value; }, "Who is asked.")
      .def_property_readonly(
          "leader", [](const Facts& f) { return manager_object(f.leader); },
          "Never the one asked; None without a bid.")
      .def_property_readonly(
          "price", [](const Facts& f) { return f.price.units; }, "0: no bid.")
      .def_property_readonly(
          "next_bid", [](const Facts& f) { return f.next_bid.units; }, "The least that will do.")
      .def_property_readonly(
          "limit", [](const Facts& f) { return f.limit.units; }, "The most the rules allow.")
      .def_property_readonly(
          "free", [](const Facts& f) { return f.free.units; }, "Purse less what is led elsewhere.")
      .def_readonly("places_left", &Facts::places_left, "Of the squad.")
      .def_readonly("my_bids", &Facts::my_bids, "On this lot so far.")
      .def_readonly("lots_left", &Facts::lots_left, "Open and queued.")
      .def_property_readonly(
          "worth", [](const Facts& f) { return f.worth.units; },
          "The table's opinion, the same for everybody.")
      .def_property_readonly(
          "now", [](const Facts& f) { return f.now.unix_ms; }, "")
      .def_property_readonly(
          "ends_at", [](const Facts& f) { return f.ends_at.unix_ms; }, "")
      .def_readonly("luck", &Facts::luck,
                    "64 random bits, always the same for this manager and asset in this auction.");
  py::class_<Plan>(module, "Plan", "A bidder's answer: be out, wait, or bid at a time.")
      .def_static(
          "out", [] { return out(); }, "Not to be asked again about this lot.")
      .def_static(
          "wait", [] { return wait(); }, "Until something changes.")
      .def_static("bid", &make_bid, py::arg("up_to"), py::kw_only(), py::arg("after_ms") = 1000,
                  py::arg("amount") = py::none(), py::arg("from_end") = false,
                  R"(To bid after a while.

Parameters
----------
up_to : int
    If others are quicker, the plan stands while the next bid is not above this.
after_ms : int
    From now.
amount : int, optional
    What to bid, lowered to what is legal; left out, the next price.
from_end : bool
    Whether the time moves with the end of the clock.)");
}

}  // namespace auction::python
