// The floors that `./run bench python` measures beside the package: a call that does nothing, and a
// batch that nobody looks at.
#include "bindings/python/bidders.h"

namespace auction::python {
namespace {

std::uint64_t loop(const Shared<Setup>& setup, const std::string& lineup,
                   const std::vector<std::int64_t>& worth, std::uint64_t seed, std::uint64_t n) {
  const Table table = table_of(*setup, lineup, {}, {});
  Market market;
  for (const std::int64_t units : worth) market.worth.push_back({units});
  py::gil_scoped_release release;
  std::uint64_t bids = 0;
  Simulator simulator(*setup, table.bidders, market);
  for (std::uint64_t i = 0; i < n; ++i) bids += simulator.run(auction_seed(seed, i)).bids;
  return bids;
}

}  // namespace

void bind_floors(py::module_& module) {
  module.def("_empty", [] {});
  module.def(
      "_loop",
      [](const Shared<Setup>& setup, const std::string& lineup, const py::list& worth,
         std::uint64_t seed, std::uint64_t n) {
        std::vector<std::int64_t> units;
        for (const py::handle w : worth) units.push_back(w.cast<std::int64_t>());
        return loop(setup, lineup, units, seed, n);
      },
      py::arg("setup"), py::arg("lineup"), py::arg("worth"), py::arg("seed"), py::arg("n"));
}

}  // namespace auction::python
