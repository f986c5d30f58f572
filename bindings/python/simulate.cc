// Batches of auctions: played without the GIL, told as arrays.
#include <pybind11/numpy.h>

#include <chrono>

#include "bindings/python/bidders.h"
#include "bindings/python/keeping.h"
#include "libauction/log/memory_log.h"
#include "libauction/sim/batch.h"

namespace auction::python {
namespace {

// The array takes the numbers over; nothing is copied.
template <class T>
py::array_t<T> array_of(std::vector<T> values) {
  auto* kept = new std::vector<T>(std::move(values));
  const py::capsule owner(kept, [](void* p) { delete static_cast<std::vector<T>*>(p); });
  return py::array_t<T>(static_cast<py::ssize_t>(kept->size()), kept->data(), owner);
}

// Columns of three tables: a row an auction, a lot, and an auction's manager.
class Results {
 public:
  void add(std::uint64_t index, const AuctionResult& r) {
    seed_.push_back(r.seed);
    events_.push_back(static_cast<std::int64_t>(r.events));
    bids_.push_back(static_cast<std::int64_t>(r.bids));
    refusals_.push_back(static_cast<std::int64_t>(r.refusals));
    duration_.push_back(r.duration.count);
    reason_.push_back(static_cast<std::int8_t>(r.reason));
    for (std::size_t i = 0; i < r.lots.size(); ++i) add_lot(index, i + 1, r.lots[i]);
    for (const ManagerResult& m : r.managers) {
      left_.push_back(m.left.units);
      spent_.push_back(m.spent.units);
      squad_.push_back(m.squad);
    }
  }

  py::dict arrays() {
    py::dict d;
    d["seed"] = array_of(std::move(seed_));
    d["events"] = array_of(std::move(events_));
    d["bids"] = array_of(std::move(bids_));
    d["refusals"] = array_of(std::move(refusals_));
    d["duration_ms"] = array_of(std::move(duration_));
    d["reason"] = array_of(std::move(reason_));
    d["left"] = array_of(std::move(left_));
    d["spent"] = array_of(std::move(spent_));
    d["squad"] = array_of(std::move(squad_));
    d["lots"] = lots();
    return d;
  }

 private:
  void add_lot(std::uint64_t index, std::size_t number, const LotRecord& lot) {
    const bool sold = lot.outcome == Outcome::kSold;
    auction_.push_back(static_cast<std::int64_t>(index));
    number_.push_back(static_cast<std::int32_t>(number));
    asset_.push_back(lot.asset.value);
    outcome_.push_back(static_cast<std::int8_t>(lot.outcome));
    winner_.push_back(sold ? std::int16_t{lot.winner.value} : std::int16_t{-1});
    round_.push_back(static_cast<std::int16_t>(lot.round));
    price_.push_back(sold ? lot.price.units : 0);
    lot_bids_.push_back(static_cast<std::int32_t>(lot.bid_count));
    opened_.push_back(lot.opened_at.unix_ms);
  }

  py::dict lots() {
    py::dict d;
    d["auction"] = array_of(std::move(auction_));
    d["lot"] = array_of(std::move(number_));
    d["asset"] = array_of(std::move(asset_));
    d["outcome"] = array_of(std::move(outcome_));
    d["winner"] = array_of(std::move(winner_));
    d["round"] = array_of(std::move(round_));
    d["price"] = array_of(std::move(price_));
    d["bids"] = array_of(std::move(lot_bids_));
    d["opened_at"] = array_of(std::move(opened_));
    return d;
  }

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

[[noreturn]] void raise_fault(BidderFault& fault, std::uint64_t auction) {
  const std::string message = "a bidder raised in auction " + std::to_string(auction) +
                              ", after event " + std::to_string(fault.seq) + ": " +
                              std::string(py::str(fault.error.value()));
  const py::object error = class_of("errors", "BidderError")(message, auction, fault.seq);
  error.attr("__cause__") = fault.error.value();
  PyErr_SetObject(py::type::of(error).ptr(), error.ptr());
  throw py::error_already_set();
}

struct Job {
  Shared<Setup> setup;
  Table table;
  Market market;
  BatchPlan plan;
  SimulationOptions options;
};

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

// Several auctions side by side, so that a bidder is asked about many lots at once.
class Lanes {
 public:
  Lanes(const Job& job, std::size_t count) : job_(job) {
    for (std::size_t i = 0; i < count; ++i) {
      simulators_.emplace_back(*job.setup, job.table.bidders, job.market, job.options);
    }
  }

  void play(std::uint64_t first, std::size_t count, Results& results, Progress& progress) {
    first_ = first;
    for (std::size_t i = 0; i < count; ++i) {
      in_lane(i, [&](Simulator& s) { s.begin(auction_seed(job_.plan.seed, first + i)); });
    }
    while (gather(count)) {
      ask();
      for (std::size_t i = 0; i < count; ++i) {
        if (!plans_[i].empty()) in_lane(i, [&](Simulator& s) { s.answer(plans_[i]); });
      }
    }
    for (std::size_t i = 0; i < count; ++i) {
      results.add(first + i, simulators_[i].result());
      progress.done();
    }
  }

 private:
  struct Place {
    std::size_t lane;
    std::size_t question;
  };

  // Bidders that are asked one by one may raise here.
  template <class Step>
  void in_lane(std::size_t lane, Step step) {
    try {
      step(simulators_[lane]);
    } catch (BidderFault& fault) {
      raise_fault(fault, first_ + lane);
    }
  }

  // The questions of all lanes, by the object they are for. False: all auctions are over.
  bool gather(std::size_t count) {
    asked_.assign(job_.table.many.size(), {});
    plans_.assign(count, {});
    bool any = false;
    for (std::size_t lane = 0; lane < count; ++lane) {
      const auto questions = simulators_[lane].questions();
      plans_[lane].resize(questions.size());
      for (std::size_t q = 0; q < questions.size(); ++q) {
        asked_[object_of(questions[q].me)].push_back({lane, q});
        any = true;
      }
    }
    return any;
  }

  // The same object in several seats is asked once for all of them.
  std::size_t object_of(ManagerSlot seat) const {
    std::size_t first = 0;
    while (!job_.table.many[first].is(job_.table.many[seat.value])) ++first;
    return first;
  }

  void ask() {
    for (std::size_t object = 0; object < asked_.size(); ++object) {
      if (asked_[object].empty()) continue;
      std::vector<FactsRow> rows;
      for (const Place p : asked_[object]) {
        rows.push_back(row_of(simulators_[p.lane].questions()[p.question], first_ + p.lane));
      }
      take(object, rows);
    }
  }

  void take(std::size_t object, const std::vector<FactsRow>& rows) {
    try {
      const std::vector<PlanRow> answers = ask_many(job_.table.many[object], rows);
      for (std::size_t i = 0; i < answers.size(); ++i) {
        const Place p = asked_[object][i];
        plans_[p.lane][p.question] =
            plan_of(answers[i], simulators_[p.lane].questions()[p.question]);
      }
    } catch (py::error_already_set& error) {
      fault(error, rows.front());
    } catch (const py::builtin_exception& error) {
      error.set_error();
      py::error_already_set set;
      fault(set, rows.front());
    }
  }

  [[noreturn]] static void fault(py::error_already_set& error, const FactsRow& row) {
    BidderFault fault{static_cast<std::uint64_t>(row.seq), error};
    raise_fault(fault, static_cast<std::uint64_t>(row.auction));
  }

  const Job& job_;
  std::uint64_t first_ = 0;
  std::vector<Simulator> simulators_;
  std::vector<std::vector<Place>> asked_;  // by object
  std::vector<std::vector<Plan>> plans_;   // by lane
};

void play_lanes(const Job& job, std::size_t lanes, Results& results, Progress& progress) {
  const std::uint64_t count = job.plan.range.count;
  Lanes table(job, std::min<std::uint64_t>(lanes, count));
  for (std::uint64_t done = 0; done < count; done += lanes) {
    table.play(job.plan.range.first + done, std::min<std::uint64_t>(lanes, count - done), results,
               progress);
  }
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
