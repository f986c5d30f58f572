// The SQLite store: many streams in one file, each commit durable.
#include "bindings/python/live_auction.h"
#include "bindings/python/live_league.h"
#include "bindings/python/live_season.h"
#include "libauction/adapters/sqlite/restart.h"

namespace auction::python {
namespace {

using Handle = std::shared_ptr<OpenStore>;

Handle open_file(py::handle path, bool create) {
  const py::object text = py::module_::import("os").attr("fspath")(path);
  const std::string name = text_of(text, "path");
  SqliteOptions options;
  options.create = create;
  auto store = [&] {
    py::gil_scoped_release release;
    return SqliteStore::open(name, options);
  }();
  return std::make_shared<OpenStore>(OpenStore{name, value_or_raise(std::move(store))});
}

StreamId stream_named(SqliteStore& store, py::handle id) {
  if (!id.is_none()) return id_of<StreamId>(id, "id");
  const StreamsAnswer answer = store.streams();
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  const auto& streams = std::get<std::vector<StreamId>>(answer);
  if (streams.size() == 1) return streams.front();
  raise("StorageError", "the store holds " + std::to_string(streams.size()) + " logs: name one");
}

KeptLog read_log(const Handle& handle, py::handle id) {
  const StreamId stream = stream_named(open_store(*handle), id);
  std::vector<Record> records = stored_records(*handle, stream);
  if (records.empty()) raise("StorageError", "the store does not hold this log");
  const StreamKind kind = kind_of(records.front());
  return {stream, kind, std::make_shared<std::vector<Record>>(std::move(records))};
}

template <class M>
std::pair<ReplayOf<M>, KeepingOf<M>> go_on(const Handle& handle, py::handle id) {
  SqliteStore& store = open_store(*handle);
  const StreamId stream = stream_named(store, id);
  auto replay = [&] {
    py::gil_scoped_release release;
    return restart<M>(store, stream);
  }();
  if (!replay.ok()) raise_status(replay.status(), "StorageError");
  if (replay->state.seq == 0) {
    raise("StorageError", "the store does not hold this " + std::string(word(M::kKind)));
  }
  KeepingOf<M> keeping(stream, handle, replay->head);
  return {*std::move(replay), std::move(keeping)};
}

LiveAuction resume(const Handle& handle, py::handle id) {
  auto [replay, keeping] = go_on<AuctionMachine>(handle, id);
  return LiveAuction(std::move(replay.state), std::move(keeping));
}

LiveSeason resume_season(const Handle& handle, const Shared<RuleBook>& book, py::handle id) {
  auto [replay, keeping] = go_on<SeasonMachine>(handle, id);
  return {std::move(replay.state), book, std::move(keeping)};
}

LiveLeague resume_league(const Handle& handle, py::handle id) {
  auto [replay, keeping] = go_on<LeagueMachine>(handle, id);
  return LiveLeague(std::move(replay.state), std::move(keeping));
}

py::list ids(const Handle& handle) {
  const StreamsAnswer answer = open_store(*handle).streams();
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) {
    raise("StorageError", failure->what);
  }
  py::list list;
  for (const StreamId id : std::get<std::vector<StreamId>>(answer)) list.append(to_text(id));
  return list;
}

template <class Work>
void try_in(const Handle& handle, Work work) {
  SqliteStore& store = open_store(*handle);
  const absl::Status status = [&] {
    py::gil_scoped_release release;
    return work(store);
  }();
  if (!status.ok()) raise_status(status, "StorageError");
}

void backup(const Handle& handle, py::handle path) {
  const py::object text = py::module_::import("os").attr("fspath")(path);
  const std::string name = text_of(text, "path");
  try_in(handle, [&](SqliteStore& store) { return store.backup(name); });
}

}  // namespace

void bind_store(py::module_& module) {
  py::class_<OpenStore, Handle>(module, "Store",
                                R"(Many auctions, seasons and leagues in one SQLite file.

`Auction(..., store=store)`, and a `Season` or a `League` likewise, writes each act and flushes it to
the disk before it counts. One process
has the file open; a child after fork may not touch it. A context manager.

Parameters
----------
path : str or os.PathLike
create : bool
    Whether a missing file becomes a store.

Raises
------
StorageError
    What is no store, in use, read-only or on a network file system; nothing is changed then.)")
      .def(py::init(&open_file), py::arg("path"), py::kw_only(), py::arg("create") = true)
      .def_property_readonly(
          "path", [](const Handle& h) { return h->path; }, "Of the file.")
      .def_property_readonly(
          "closed", [](const Handle& h) { return h->store == nullptr; },
          "Whether `close` was called.")
      .def("ids", &ids, "UUIDs of the logs in it.")
      .def("log", &read_log, py::arg("id") = py::none(),
           "A `Log` from it; without an id the only one.")
      .def("resume", &resume, py::arg("id") = py::none(),
           "The `Auction` as it was left, to go on with.")
      .def("resume_season", &resume_season, py::arg("book"), py::arg("id") = py::none(),
           "The `Season` as it was left, scored by this book.")
      .def("resume_league", &resume_league, py::arg("id") = py::none(),
           "The `League` as it was left.")
      .def(
          "verify",
          [](const Handle& h) { try_in(h, [](SqliteStore& store) { return store.verify(); }); },
          "Checks the whole file; StorageError names what is wrong.")
      .def("backup", &backup, py::arg("path"), "A whole copy, while auctions go on.")
      .def(
          "close", [](const Handle& h) { h->store.reset(); },
          "Closes the file. Whatever uses it then raises ClosedError.")
      .def("__enter__", [](Handle h) { return h; })
      .def("__exit__", [](const Handle& h, const py::args&) { h->store.reset(); })
      .def("__repr__",
           [](const Handle& h) { return "<Store " + h->path + (h->store ? ">" : ", closed>"); });
}

}  // namespace auction::python
