#include "bindings/python/batch.h"

namespace auction::python {
namespace {

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

}  // namespace

void raise_fault(BidderFault& fault, std::uint64_t auction) {
  const std::string message = "a bidder raised in auction " + std::to_string(auction) +
                              ", after event " + std::to_string(fault.seq) + ": " +
                              std::string(py::str(fault.error.value()));
  const py::object error = class_of("errors", "BidderError")(message, auction, fault.seq);
  error.attr("__cause__") = fault.error.value();
  PyErr_SetObject(py::type::of(error).ptr(), error.ptr());
  throw py::error_already_set();
}

void play_lanes(const Job& job, std::size_t lanes, Results& results, Progress& progress) {
  const std::uint64_t count = job.plan.range.count;
  Lanes table(job, std::min<std::uint64_t>(lanes, count));
  for (std::uint64_t done = 0; done < count; done += lanes) {
    table.play(job.plan.range.first + done, std::min<std::uint64_t>(lanes, count - done), results,
               progress);
  }
}

}  // namespace auction::python
