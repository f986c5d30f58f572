// Logs: records, JSON Lines, replay to any seq, verify. Reading and checking let go of the GIL.
#include <variant>

#include "bindings/python/events.h"
#include "bindings/python/live_auction.h"
#include "libauction/adapters/json/record.h"
#include "libauction/base/hex.h"
#include "libauction/log/league_machine.h"
#include "libauction/log/season_machine.h"
#include "libauction/replay/verify.h"

namespace auction::python {
namespace {

KeptLog log_of(std::vector<Record> records) {
  if (records.empty()) raise("LogError", "there is no record in it");
  const auto stream = named_stream(records.front());
  if (!stream) raise("LogError", "the first record begins no auction, season or league");
  const StreamKind kind = kind_of(records.front());
  return {*stream, kind, std::make_shared<const std::vector<Record>>(std::move(records))};
}

KeptLog from_lines(py::handle text) {
  const std::string lines = text_of(text, "text");
  absl::StatusOr<std::vector<Record>> records = [&] {
    py::gil_scoped_release release;
    return records_from_lines(lines);
  }();
  return log_of(value_or_raise(std::move(records)));
}

std::string to_lines(const KeptLog& log) {
  py::gil_scoped_release release;
  std::string text;
  for (const Record& record : *log.records) text += to_json(record) + "\n";
  return text;
}

// The canonical form of all records, one after another.
py::bytes log_bytes(const KeptLog& log) {
  Bytes bytes;
  for (const Record& record : *log.records) put(bytes, record);
  return bytes_object(bytes);
}

KeptLog log_from_bytes(py::handle value) {
  const Bytes bytes = bytes_of(value, "bytes");
  ByteReader in(bytes);
  std::vector<Record> records;
  while (in.left() > 0) {
    if (!read_record(in, records.emplace_back())) raise("InputError", "these bytes are no log");
  }
  return log_of(std::move(records));
}

LiveAuction replay(const KeptLog& log, py::handle upto) {
  const std::uint64_t to =
      upto.is_none() ? kToTheEnd : static_cast<std::uint64_t>(whole(upto, "upto", 1, INT64_MAX));
  FoldAnswer answer = [&] {
    py::gil_scoped_release release;
    return fold(std::span<const Record>(*log.records), log.stream, to);
  }();
  if (const auto* fault = std::get_if<Fault>(&answer)) {
    raise("LogError", "event " + std::to_string(fault->seq) + ": " + fault->what);
  }
  Keeping keeping(log.stream, 0);
  keeping.forget();
  return LiveAuction(std::move(std::get<Replay>(answer).state), std::move(keeping));
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

py::tuple record_events(const Record& record) {
  Events events;
  if (!decode_body(record, events)) return py::tuple();
  return events_tuple(events);
}

py::str actor_text(const Record& record) { return to_text(record.actor); }

const Record& record_at(const KeptLog& log, py::handle index) {
  const auto size = static_cast<std::int64_t>(log.records->size());
  std::int64_t i = whole(index, "index", INT64_MIN, INT64_MAX);
  if (i < 0) i += size;
  if (i < 0 || i >= size) throw py::index_error("no record has this place");
  return (*log.records)[static_cast<std::size_t>(i)];
}

py::tuple head_of(const KeptLog& log) {
  const Head head = log.records->empty() ? genesis(log.stream) : head_after(log.records->back());
  return py::make_tuple(head.seq, hex(head.hash));
}

// (seq, at, event) of each, as the table of a notebook wants it.
py::list all_events(const KeptLog& log) {
  py::list list;
  Events events;
  for (const Record& record : *log.records) {
    if (!decode_body(record, events)) continue;
    std::uint64_t seq = record.seq;
    for (const Event& event : events) {
      list.append(py::make_tuple(seq++, record.at.unix_ms, event_object(event)));
    }
  }
  return list;
}

void bind_record(py::module_& module) {
  py::class_<Record>(module, "Record", "What one command did: its events under one hash.")
      .def_readonly("seq", &Record::seq, "Of its first event, from 1.")
      .def_readonly("count", &Record::count, "Events in it.")
      .def_property_readonly(
          "at", [](const Record& r) { return r.at.unix_ms; }, "Unix milliseconds.")
      .def_property_readonly("actor", &actor_text, "UUID of who acted; nil: the host.")
      .def_property_readonly(
          "hash", [](const Record& r) { return hex(r.hash); }, "SHA-256, hex.")
      .def_property_readonly(
          "prev", [](const Record& r) { return hex(r.prev); }, "Hash of the record before.")
      .def_property_readonly(
          "withheld", [](const Record& r) { return is_withheld(r); },
          "Whether its content is kept back.")
      .def_property_readonly("events", &record_events, "A tuple; empty if withheld.")
      .def(
          "to_json", [](const Record& r) { return to_json(r); }, "Its line in JSON Lines.")
      .def(
          "__eq__", [](const Record& a, const Record& b) { return a == b; }, py::is_operator())
      .def("__repr__", [](const Record& r) {
        return "<Record " + std::to_string(r.seq) + ", " + std::to_string(r.count) + " events>";
      });
}

}  // namespace

void bind_log(py::module_& module) {
  bind_record(module);
  py::class_<KeptLog>(module, "Log", R"(A sequence of `Record`: everything that happened.

Immutable. From an auction (`auction.log`), a file (`auction.read_log`) or a `Store`.)")
      .def_static("from_lines", &from_lines, py::arg("text"),
                  "Reads JSON Lines.\n\nRaises\n------\nInputError\n    Names the line.")
      .def("to_lines", &to_lines, "JSON Lines, one record a line.")
      .def_static("from_bytes", &log_from_bytes, py::arg("bytes"), "Reads the canonical form.")
      .def("to_bytes", &log_bytes, "The canonical form of every record.")
      .def("replay", &replay, py::arg("upto") = py::none(),
           R"(The auction as it was.

Parameters
----------
upto : int, optional
    After this event; the end where it is left out.

Raises
------
LogError
    Where the log does not add up; it names the event.)")
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
    Its `ok` tells whether the log is sound; `fault` names the first fault.)")
      .def("events", &all_events, "A list of (seq, at, event).")
      .def_property_readonly(
          "id", [](const KeptLog& l) { return uuid_text(l.stream.hi, l.stream.lo); },
          "UUID of the auction, season or league.")
      .def_property_readonly(
          "kind", [](const KeptLog& l) { return py::str(std::string(word(l.kind))); },
          "'auction', 'season' or 'league'.")
      .def_property_readonly("head", &head_of, "(seq, hash) of the end.")
      .def("__len__", [](const KeptLog& l) { return l.records->size(); })
      .def("__getitem__", &record_at, py::arg("index"), py::return_value_policy::copy)
      .def(
          "__eq__",
          [](const KeptLog& a, const KeptLog& b) {
            return a.stream == b.stream && *a.records == *b.records;
          },
          py::is_operator())
      .def("__repr__",
           [](const KeptLog& l) {
             return "<Log of " + std::to_string(l.records->size()) + " records>";
           })
      .def(py::pickle([](const KeptLog& l) { return py::make_tuple(log_bytes(l)); },
                      [](const py::tuple& t) { return log_from_bytes(t[0]); }))
      .attr("__hash__") = py::none();
}

}  // namespace auction::python
