// A batch of auctions as the binding plays it: what is played, what comes of it, and who is told.
#pragma once

#include <pybind11/numpy.h>

#include <chrono>

#include "bindings/python/bidders.h"
#include "libauction/sim/batch.h"

namespace auction::python {

struct Job {
  Shared<Setup> setup;
  Table table;
  Market market;
  BatchPlan plan;
  SimulationOptions options;
};

// Columns of three tables: a row an auction, a lot, and an auction's manager.
class Results {
 public:
  void add(std::uint64_t index, const AuctionResult& result);
  py::dict arrays();  // once: the arrays take the numbers over

 private:
  void add_lot(std::uint64_t index, std::size_t number, const LotRecord& lot);
  py::dict lots();

  std::vector<std::uint64_t> seed_;
  std::vector<std::int64_t> events_, bids_, refusals_, duration_, left_, spent_;
  std::vector<std::int8_t> reason_;
  std::vector<std::int32_t> squad_;
  std::vector<std::int64_t> auction_, price_, opened_;
  std::vector<std::int32_t> number_, asset_, lot_bids_;
  std::vector<std::int8_t> outcome_;
  std::vector<std::int16_t> winner_, round_;
};

// Tells how far the batch has come, and lets Ctrl-C through, ten times a second.
class Progress {
 public:
  Progress(py::object callback, std::uint64_t all) : callback_(std::move(callback)), all_(all) {}

  void done() {
    if (++done_ % 16 != 0 && done_ != all_) return;
    const auto now = std::chrono::steady_clock::now();
    if (done_ != all_ && now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    py::gil_scoped_acquire gil;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!callback_.is_none()) callback_(done_, all_);
  }

  std::uint64_t count() const { return done_; }

 private:
  py::object callback_;
  std::uint64_t all_;
  std::uint64_t done_ = 0;
  std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

// Raises BidderError for what a bidder in Python raised, naming the auction and the event.
[[noreturn]] void raise_fault(BidderFault& fault, std::uint64_t auction);

// Plays the batch with `lanes` auctions side by side, for bidders that are asked about many lots at
// once.
void play_lanes(const Job& job, std::size_t lanes, Results& results, Progress& progress);

}  // namespace auction::python
