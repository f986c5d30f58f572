// The arena: auctions side by side, each stopped where a learner has to act. What the environments
// of auction.envs are made of.
#include <pybind11/numpy.h>

#include "bindings/python/bidders.h"

namespace auction::python {
namespace {

using Seeds = py::array_t<std::uint64_t, py::array::c_style>;
using Flags = py::array_t<bool, py::array::c_style>;
using Plans = py::array_t<PlanRow, py::array::c_style>;

class Arena {
 public:
  Arena(const Shared<Setup>& setup, py::handle lineup, const py::sequence& learners,
        py::handle lanes, py::handle worth, py::handle multiple_permille, py::handle spread,
        py::handle latency_ms)
      : setup_(setup) {
    Table table = table_of(*setup, text_of(lineup, "bidders"), {}, {});
    const auto last = static_cast<std::int64_t>(setup->participants.size()) - 1;
    for (const py::handle seat : learners) {
      table.bidders[static_cast<std::size_t>(whole(seat, "learners", 0, last))] =
          std::make_shared<Outside>();
    }
    const Market market = market_of(*setup, worth, multiple_permille, spread);
    const SimulationOptions options{{}, millis_of(latency_ms, "latency_ms")};
    const std::int64_t count = whole(lanes, "lanes", 1, 65'536);
    for (std::int64_t i = 0; i < count; ++i) {
      lanes_.emplace_back(Simulator(*setup, table.bidders, market, options));
    }
  }

  // New auctions in the lanes that are flagged.
  void begin(const Seeds& seeds, const Flags& flags) {
    check(seeds.size(), "seeds");
    check(flags.size(), "flags");
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      if (!flags.data()[i]) continue;
      lanes_[i].simulator.begin(seeds.data()[i]);
      lanes_[i].begun = true;
      lanes_[i].plans.clear();
    }
  }

  // One plan a lane; what stands in the lanes of auctions that are over is not looked at.
  void act(const Plans& plans) {
    check(plans.size(), "plans");
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      Lane& lane = lanes_[i];
      if (is_over(lane)) continue;
      const auto questions = lane.simulator.questions();
      lane.plans.push_back(plan_of(plans.data()[i], questions[lane.plans.size()]));
      if (lane.plans.size() < questions.size()) continue;
      lane.simulator.answer(lane.plans);
      lane.plans.clear();
    }
  }

  py::array_t<FactsRow> facts() const {
    std::vector<FactsRow> rows;
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      FactsRow row;
      row.manager = -1;
      if (!is_over(lanes_[i])) {
        row = row_of(lanes_[i].simulator.questions()[lanes_[i].plans.size()], i);
      }
      row.auction = static_cast<std::int64_t>(i);
      rows.push_back(row);
    }
    return py::array_t<FactsRow>(static_cast<py::ssize_t>(rows.size()), rows.data());
  }

  // All that are asked at the same instant and have not answered yet, the one `facts` tells first.
  py::array_t<FactsRow> group(std::size_t index) const {
    const Lane& lane = lanes_.at(index);
    std::vector<FactsRow> rows;
    if (!is_over(lane)) {
      for (const Facts& facts : lane.simulator.questions().subspan(lane.plans.size())) {
        rows.push_back(row_of(facts, index));
      }
    }
    return py::array_t<FactsRow>(static_cast<py::ssize_t>(rows.size()), rows.data());
  }

  Flags over() const {
    Flags flags(static_cast<py::ssize_t>(lanes_.size()));
    for (std::size_t i = 0; i < lanes_.size(); ++i) flags.mutable_data()[i] = is_over(lanes_[i]);
    return flags;
  }

  // What each manager's purchases are worth at the table, less what was paid for them.
  py::array_t<std::int64_t> profits() const {
    const auto managers = static_cast<py::ssize_t>(setup_->participants.size());
    const auto lanes = static_cast<py::ssize_t>(lanes_.size());
    py::array_t<std::int64_t> out({lanes, managers});
    std::int64_t* into = out.mutable_data();
    for (const Lane& lane : lanes_) {
      for (py::ssize_t m = 0; m < managers; ++m) {
        *into++ = lane.begun ? profit(lane.simulator, static_cast<std::size_t>(m)) : 0;
      }
    }
    return out;
  }

  py::array_t<std::int64_t> worth(std::size_t lane) const {
    const std::vector<Money>& worth = lanes_.at(lane).simulator.worth();
    py::array_t<std::int64_t> out(static_cast<py::ssize_t>(worth.size()));
    for (std::size_t i = 0; i < worth.size(); ++i) out.mutable_data()[i] = worth[i].units;
    return out;
  }

  std::string digest(std::size_t lane) const {
    return hex(state_digest(lanes_.at(lane).simulator.state()));
  }

  std::size_t size() const { return lanes_.size(); }

 private:
  struct Lane {
    explicit Lane(Simulator s) : simulator(std::move(s)) {}

    Simulator simulator;
    std::vector<Plan> plans;  // of the questions answered so far
    bool begun = false;
  };

  static bool is_over(const Lane& lane) {
    return !lane.begun || lane.simulator.questions().empty();
  }

  static std::int64_t profit(const Simulator& simulator, std::size_t manager) {
    Money sum;
    for (const Holding& h : simulator.state().accounts[manager].squad) {
      if (h.lot.value != 0) sum += simulator.worth()[h.asset.value] - h.price;
    }
    return sum.units;
  }

  void check(py::ssize_t size, const char* name) const {
    if (static_cast<std::size_t>(size) == lanes_.size()) return;
    throw py::value_error(std::string(name) + ": must be one for each lane");
  }

  Shared<Setup> setup_;
  std::vector<Lane> lanes_;
};

}  // namespace

void bind_arena(py::module_& module) {
  py::class_<Arena>(module, "Arena", R"(Auctions side by side, each stopped where a learner acts.

Parameters
----------
setup : Setup
lineup : str
    How everybody else plays.
learners : sequence of int
    Seats whose plans come from outside.
lanes : int
    Auctions side by side.
worth, multiple_permille, spread, latency_ms
    As in `simulate`.)")
      .def(py::init<const Shared<Setup>&, py::handle, const py::sequence&, py::handle, py::handle,
                    py::handle, py::handle, py::handle>(),
           py::arg("setup"), py::arg("lineup"), py::arg("learners"), py::kw_only(),
           py::arg("lanes") = 1, py::arg("worth") = py::none(), py::arg("multiple_permille") = 0,
           py::arg("spread") = 60, py::arg("latency_ms") = 0)
      .def("begin", &Arena::begin, py::arg("seeds"), py::arg("flags"),
           "Begins new auctions in the flagged lanes; uint64 and bool arrays (lanes,).")
      .def("act", &Arena::act, py::arg("plans"),
           "Answers each lane's question; plan_dtype (lanes,).")
      .def("facts", &Arena::facts, "Each lane's question, facts_dtype (lanes,); manager -1: over.")
      .def("group", &Arena::group, py::arg("lane"),
           "All questions of one instant that are still to be answered, facts_dtype (k,).")
      .def("over", &Arena::over, "bool array (lanes,).")
      .def("profits", &Arena::profits,
           "int64 array (lanes, managers): worth of what was bought, less its price.")
      .def("worth", &Arena::worth, py::arg("lane"), "int64 array (assets,).")
      .def("digest", &Arena::digest, py::arg("lane"), "Of the lane's state.")
      .def("__len__", &Arena::size);
}

}  // namespace auction::python
