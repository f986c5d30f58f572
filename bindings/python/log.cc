// Logs: records, JSON Lines, canonical bytes. Reading and writing let go of the GIL.
#include "bindings/python/events.h"
#include "bindings/python/kept_log.h"
#include "libauction/adapters/json/record.h"
#include "libauction/replay/fold.h"

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

py::str actor_text(const Record& record) { return to_text(record.actor); }

const Record& record_at(const KeptLog& log, py::handle index) {
  const auto size = static_cast<std::int64_t>(log.records->size());
  std::int64_t i = whole(index, "index", INT64_MIN, INT64_MAX);
  if (i < 0) i += size;
  if (i < 0 || i >= size) throw py::index_error("no record has this place");
  return (*log.records)[static_cast<std::size_t>(i)];
}

py::tuple log_head(const KeptLog& log) {
  const Head head = log.records->empty() ? genesis(log.stream) : head_after(log.records->back());
  return py::make_tuple(head.seq, hex(head.hash));
}

// (seq, at, event) of each, as the table of a notebook wants it.
py::list all_events(const KeptLog& log) {
  py::list list;
  for (const Record& record : *log.records) {
    std::uint64_t seq = record.seq;
    for (const py::handle event : events_of(record)) {
      list.append(py::make_tuple(seq++, record.at.unix_ms, event));
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
      .def_property_readonly("events", &events_of, "A tuple; empty if withheld.")
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
  LogClass c(module, "Log", R"(A sequence of `Record`: everything that happened.

Immutable. From an auction, a season or a league (`auction.log`), a file (`auction.read_log`) or a
`Store`.)");
  bind_replay(c);
  c.def_static("from_lines", &from_lines, py::arg("text"),
               "Reads JSON Lines.\n\nRaises\n------\nInputError\n    Names the line.")
      .def("to_lines", &to_lines, "JSON Lines, one record a line.")
      .def_static("from_bytes", &log_from_bytes, py::arg("bytes"), "Reads the canonical form.")
      .def("to_bytes", &log_bytes, "The canonical form of every record.")
      .def("events", &all_events, "A list of (seq, at, event).")
      .def_property_readonly(
          "id", [](const KeptLog& l) { return uuid_text(l.stream.hi, l.stream.lo); },
          "UUID of the auction, season or league.")
      .def_property_readonly(
          "kind", [](const KeptLog& l) { return py::str(std::string(word(l.kind))); },
          "'auction', 'season' or 'league'.")
      .def_property_readonly("head", &log_head, "(seq, hash) of the end.")
      .def("__len__", [](const KeptLog& l) { return l.records->size(); })
      .def("__getitem__", &record_at, py::arg("index"), py::return_value_policy::copy)
      .def("__iter__", &iterator_of)
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
