// Batches of auctions: played without the GIL, told as arrays.
#include "bindings/python/batch.h"
#include "bindings/python/keeping.h"
#include "libauction/log/memory_log.h"

namespace auction::python {
namespace {

void play_free(const Job& job, Results& results, Progress& progress) {
  py::gil_scoped_release release;
  simulate_batch(
      *job.setup, job.table.bidders, job.market, job.plan,
      [&](std::uint64_t index, const AuctionResult& result) {
        results.add(index, result);
        progress.done();
      },
      job.options);
}

py::dict simulate(const Shared<Setup>& setup, py::handle lineup, const py::dict& plain,
                  const py::dict& many, py::handle n, py::handle first, py::handle seed,
                  py::handle threads, py::handle lanes, py::handle worth,
                  py::handle multiple_permille, py::handle spread, py::handle latency_ms,
                  py::handle starts_at, py::object progress) {
  Job job{setup,
          table_of(*setup, text_of(lineup, "bidders"), plain, many),
          market_of(*setup, worth, multiple_permille, spread),
          {},
          {}};
  job.plan.range = {static_cast<std::uint64_t>(whole(first, "first", 0, INT64_MAX / 2)),
                    static_cast<std::uint64_t>(whole(n, "n", 0, 1'000'000'000))};
  job.plan.seed = seed_of(seed, "seed");
  job.plan.threads = static_cast<unsigned>(whole(threads, "threads", 1, 1024));
  job.options = {instant_of(starts_at, "starts_at"), millis_of(latency_ms, "latency_ms")};
  const auto wide = static_cast<std::size_t>(whole(lanes, "lanes", 1, 1'000'000));
  Results results;
  Progress told(std::move(progress), job.plan.range.count);
  try {
    if (job.table.has_many) {
      play_lanes(job, wide, results, told);
    } else {
      play_free(job, results, told);
    }
  } catch (BidderFault& fault) {
    raise_fault(fault, job.plan.range.first + told.count());
  }
  return results.arrays();
}

// One auction with its log, as the auctioneer's `run` plays it.
KeptLog play(const Shared<Setup>& setup, py::handle lineup, const py::dict& plain, py::handle seed,
             py::handle worth, py::handle multiple_permille, py::handle spread,
             py::handle latency_ms, py::handle starts_at) {
  const Table table = table_of(*setup, text_of(lineup, "bidders"), plain, {});
  const Market market = market_of(*setup, worth, multiple_permille, spread);
  const std::uint64_t number = seed_of(seed, "seed");
  const SimulationOptions options{instant_of(starts_at, "starts_at"),
                                  millis_of(latency_ms, "latency_ms")};
  const StreamId stream = stream_of(setup->auction);
  MemoryLog log;
  try {
    py::gil_scoped_release release;
    SeededSalts salts(number);
    Book book(log, salts, stream);
    const BookAnswer begun = start_auction(book, *setup, number, options.starts_at);
    AUCTION_CHECK(std::holds_alternative<Written>(begun), "a set-up without errors begins");
    const BookAnswer ended = play_auction(book, table.bidders, market, number, options);
    AUCTION_CHECK(std::holds_alternative<Written>(ended), "memory takes every record");
  } catch (BidderFault& fault) {
    raise_fault(fault, 0);
  }
  const std::span<const Record> records = log.records(stream);
  return {stream, StreamKind::kAuction,
          std::make_shared<const std::vector<Record>>(records.begin(), records.end())};
}

}  // namespace

void bind_simulate(py::module_& module) {
  module.def("_play", &play, py::arg("setup"), py::arg("lineup"), py::arg("plain"), py::kw_only(),
             py::arg("seed"), py::arg("worth"), py::arg("multiple_permille"), py::arg("spread"),
             py::arg("latency_ms"), py::arg("starts_at"));
  module.def("_simulate", &simulate, py::arg("setup"), py::arg("lineup"), py::arg("plain"),
             py::arg("many"), py::kw_only(), py::arg("n"), py::arg("first"), py::arg("seed"),
             py::arg("threads"), py::arg("lanes"), py::arg("worth"), py::arg("multiple_permille"),
             py::arg("spread"), py::arg("latency_ms"), py::arg("starts_at"), py::arg("progress"));
}

}  // namespace auction::python
