// What follows from a log: the state after any event, and whether it is sound. Both let go of the
// GIL.
#include "bindings/python/kept_log.h"
#include "bindings/python/live_auction.h"
#include "bindings/python/live_league.h"
#include "bindings/python/live_season.h"
#include "libauction/replay/verify.h"

namespace auction::python {
namespace {

template <class M>
std::pair<typename M::State, KeepingOf<M>> replayed(const KeptLog& log, py::handle upto) {
  const std::uint64_t to =
      upto.is_none() ? kToTheEnd : static_cast<std::uint64_t>(whole(upto, "upto", 1, INT64_MAX));
  if (log.kind != M::kKind) {
    raise("LogError", "the log is of a " + std::string(word(log.kind)) + ", not of a " +
                          std::string(word(M::kKind)));
  }
  FoldAnswerOf<M> answer = [&] {
    py::gil_scoped_release release;
    return fold<M>(std::span<const Record>(*log.records), log.stream, to);
  }();
  if (const auto* fault = std::get_if<Fault>(&answer)) {
    raise("LogError", "event " + std::to_string(fault->seq) + ": " + fault->what);
  }
  return {std::move(std::get<ReplayOf<M>>(answer).state), KeepingOf<M>::forgotten(log.stream)};
}

LiveAuction auction_after(const KeptLog& log, py::handle upto) {
  auto [state, keeping] = replayed<AuctionMachine>(log, upto);
  return LiveAuction(std::move(state), std::move(keeping));
}

LiveSeason season_after(const KeptLog& log, const Shared<RuleBook>& book, py::handle upto) {
  auto [state, keeping] = replayed<SeasonMachine>(log, upto);
  return {std::move(state), book, std::move(keeping)};
}

LiveLeague league_after(const KeptLog& log, py::handle upto) {
  auto [state, keeping] = replayed<LeagueMachine>(log, upto);
  return LiveLeague(std::move(state), std::move(keeping));
}

py::object report_object(const VerifyReport& r) {
  py::object fault = py::none();
  if (r.fault) fault = make("views", "LogFault", r.fault->seq, r.fault->what);
  py::object digest = py::none();
  if (r.digest) digest = hex(*r.digest);
  return make("views", "VerifyReport", r.ok(), fault, r.records, r.events, r.withheld, r.head.seq,
              hex(r.head.hash), digest, r.replayed_seq, member("Status", word(r.status)));
}

py::object verify_log(const KeptLog& log, py::handle published, bool invariants) {
  VerifyOptions options;
  options.invariants = invariants;
  if (!published.is_none()) {
    if (PyUnicode_Check(published.ptr()) != 0) {
      options.published = PublishedHead{std::nullopt, digest_of(published, "published")};
    } else {
      const auto pair = py::cast<py::sequence>(published);
      if (pair.size() != 2) throw py::value_error("published: must be a hash, or (seq, hash)");
      options.published =
          PublishedHead{static_cast<std::uint64_t>(whole(pair[0], "published", 1, INT64_MAX)),
                        digest_of(pair[1], "published")};
    }
  }
  const VerifyReport report = [&] {
    py::gil_scoped_release release;
    return verify(*log.records, log.stream, options);
  }();
  return report_object(report);
}

}  // namespace

void bind_replay(LogClass& c) {
  c.def("replay", &auction_after, py::arg("upto") = py::none(),
        R"(The auction as it was.

Parameters
----------
upto : int, optional
    After this event; the end where it is left out.

Raises
------
LogError
    Where the log does not add up; it names the event.)")
      .def("replay_season", &season_after, py::arg("book"), py::arg("upto") = py::none(),
           "The same for a season's log: the `Season`, scored by this book.")
      .def("replay_league", &league_after, py::arg("upto") = py::none(),
           "The same for a league's log: the `League`.")
      .def("verify", &verify_log, py::arg("published") = py::none(), py::kw_only(),
           py::arg("invariants") = true,
           R"(Checks every hash, every time, every event and every invariant.

Parameters
----------
published : str or (int, str), optional
    A head that was noted earlier: its hash, or seq and hash.
invariants : bool
    Recompute every cached fact after each record: slower, and says more.

Returns
-------
VerifyReport
    Its `ok` tells whether the log is sound; `fault` names the first fault.)");
}

}  // namespace auction::python
