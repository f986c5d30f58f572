// Seasons: fixtures, results, ownership.
#include "bindings/python/columns.h"
#include "bindings/python/live_season.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/base/load.h"
#include "libauction/season/sales.h"

namespace auction::python {
namespace {

[[noreturn]] void refuse(const SeasonRefusals& no) {
  std::string message;
  for (const SeasonRefusal& r : no) {
    if (!message.empty()) message += "; ";
    message += "row " + std::to_string(r.row) + ": ";
    if (!r.column.empty()) message += std::string(r.column) + ": ";
    message += sentence(r.reason);
    if (message.size() > 2000) break;
  }
  raise("InputError", message);
}

std::vector<std::string> names_of(py::handle values, const char* name) {
  std::vector<std::string> names;
  for (const py::handle value : py::iter(values)) names.push_back(text_of(value, name));
  return names;
}

LiveSeason season_of(py::handle name, const Shared<Catalogue>& assets, py::handle managers,
                     const Shared<RuleBook>& book, py::handle teams, py::handle figures,
                     py::handle at, py::handle seed, std::shared_ptr<OpenStore> store) {
  SeasonSetup setup;
  setup.name = text_of(name, "name");
  const Digest digest =
      sha256(ByteView(reinterpret_cast<const std::uint8_t*>(setup.name.data()), setup.name.size()));
  setup.season = {load_big_u64(digest.bytes.data()), load_big_u64(digest.bytes.data() + 8)};
  setup.catalogue = assets;
  setup.teams = auction::teams_of(*assets);
  if (!teams.is_none()) {
    setup.teams.clear();
    for (const std::string& team : names_of(teams, "teams")) setup.teams.push_back({team, team});
  }
  for (const std::string& label : names_of(managers, "managers")) {
    setup.members.push_back({manager_id(label), label});
  }
  if (!figures.is_none()) {
    setup.figures = names_of(figures, "figures");
  } else if (book->sport != Sport::kClubs) {
    setup.figures = book->stats;
  }
  setup.book = book->id;
  if (const std::string broken = broken_setup(setup); !broken.empty()) raise("InputError", broken);
  LiveSeason live{{}, book, {stream_of(setup.season), seed_of(seed, "seed"), std::move(store)}};
  live.act(CreateSeason{Shared<SeasonSetup>(std::move(setup))}, instant_of(at, "at"));
  return live;
}

AssetSlot asset_named(const LiveSeason& s, py::handle value) {
  const std::string name = text_of(value, "asset");
  if (const auto slot = find_season_asset(s.season, name)) return *slot;
  throw py::key_error(name);
}

ManagerSlot manager_named(const LiveSeason& s, py::handle value) {
  if (value.is_none()) return kNoManager;
  const std::string name = text_of(value, "manager");
  for (std::size_t i = 0; i < s.season.members.size(); ++i) {
    if (s.season.members[i].label == name) return {static_cast<std::uint8_t>(i)};
  }
  throw py::key_error(name);
}

void add_fixtures(LiveSeason& s, const py::dict& columns) {
  s.act(ImportFixtures{fixture_rows(columns)}, s.season.last_at);
}

// Columns match, player and one for each figure; a figure that is not there is 0.
void add_figures(LiveSeason& s, const py::dict& columns, bool strangers) {
  const py::list matches(columns["match"]), players(columns["player"]);
  std::vector<py::list> figures;
  for (const std::string& name : s.season.setup->figures) {
    figures.push_back(columns.contains(name.c_str()) ? py::list(columns[name.c_str()])
                                                     : py::list());
  }
  ImportFigures import{{}, strangers};
  for (std::size_t i = 0; i < matches.size(); ++i) {
    ScoreRow row{text_of(matches[i], "match"), text_of(players[i], "player"), {}};
    for (const py::list& column : figures) {
      row.values.push_back(column.empty() ? 0
                                          : static_cast<std::int32_t>(
                                                whole(column[i], "figures", INT32_MIN, INT32_MAX)));
    }
    import.rows.push_back(std::move(row));
  }
  s.act(import, s.season.last_at);
}

void set_owner(LiveSeason& s, py::handle asset, py::handle manager, py::handle from) {
  const Stint stint{asset_named(s, asset), instant_of(from, "since"), manager_named(s, manager)};
  s.act(SetOwner{stint}, s.season.last_at);
}

// Who bought what and when, from an auction's log; joined by external id and by label.
void take_sales(LiveSeason& s, const KeptLog& log, py::handle since) {
  Sales sales;
  Events events;
  Shared<Setup> setup;
  for (const Record& record : *log.records) {
    if (!decode_body(record, events)) raise("LogError", "the log keeps records back");
    for (const Event& event : events) {
      if (const auto* created = std::get_if<AuctionCreated>(&event)) setup = created->setup;
      sales.take(event, record.at);
    }
  }
  for (Stint stint : sales.stints()) {
    const Asset& asset = (*setup->catalogue)[stint.asset];
    stint.asset = asset_named(s, py::str(asset.external_id));
    if (stint.manager != kNoManager) {
      stint.manager = manager_named(s, py::str(setup->participants[stint.manager.value].label));
    }
    if (!since.is_none()) stint.from = instant_of(since, "since");
    s.act(SetOwner{stint}, s.season.last_at);
  }
}

void deduct(LiveSeason& s, py::handle manager, py::handle hundredths, py::handle note) {
  s.act(DeductPoints{manager_named(s, manager),
                     whole(hundredths, "hundredths", -100'000'000, 100'000'000),
                     text_of(note, "note")},
        s.season.last_at);
}

py::bytes season_bytes(const LiveSeason& s) {
  Bytes bytes;
  put(bytes, s.season);
  return bytes_object(bytes);
}

LiveSeason season_from(py::handle bytes, const Shared<RuleBook>& book) {
  auto season = read_season(bytes_of(bytes, "bytes"));
  if (!season) raise("InputError", "these bytes are no season");
  const StreamId stream = stream_of(season->setup->season);
  return {*std::move(season), book, KeepingOf<SeasonMachine>::forgotten(stream)};
}

}  // namespace

// Whoever holds the object leads the season: rights stand in a league, and are a host's to find.
void LiveSeason::act(const SeasonCommand& command, Instant now) {
  constexpr Actor kLeads{kNoManager, true, true};
  SeasonEvents events;
  const Instant at = later(now, season.last_at);
  const SeasonRefusals no = decide(season, command, {kLeads, at}, events);
  if (!no.empty()) refuse(no);
  keeping.keep(events, at, kHostActor);
  apply(season, events, at);
}

void bind_season(py::module_& module) {
  using S = LiveSeason;
  SeasonClass c(module, "Season", R"(A competition after an auction: what assets did, and for whom.

Points are in hundredths, whole numbers whatever the book. Whoever owned an asset when a match
began has its points.

Parameters
----------
name : str
assets : Catalogue
    What can be owned.
managers : iterable of str
    Labels.
book : RuleBook
teams : iterable of str, optional
    Who meets in fixtures; the assets themselves where it is left out.
figures : iterable of str, optional
    Of players in a match; the book's where it is left out.
at : int or datetime
seed : int
    Of the log's salts.
store : Store, optional
    Where each act is written before it counts.)");
  c.def(py::init(&season_of), py::arg("name"), py::arg("assets"), py::arg("managers"),
        py::arg("book"), py::kw_only(), py::arg("teams") = py::none(),
        py::arg("figures") = py::none(), py::arg("at") = 0, py::arg("seed") = 0,
        py::arg("store") = py::none())
      .def("_add_fixtures", &add_fixtures, py::arg("columns"))
      .def("_add_figures", &add_figures, py::arg("columns"), py::arg("strangers"))
      .def("set_owner", &set_owner, py::arg("asset"), py::arg("manager"), py::arg("since"),
           "From that instant on the asset is the manager's; None: nobody's.")
      .def("take_sales", &take_sales, py::arg("log"), py::kw_only(), py::arg("since") = py::none(),
           "Who bought what, from an auction's log; `since`: owned from then on.")
      .def("deduct", &deduct, py::arg("manager"), py::arg("hundredths"), py::arg("note") = "",
           "Takes points off a manager; below zero gives them.")
      .def_property_readonly(
          "log", [](S& s) { return s.keeping.log(); }, "Everything that happened, a `Log`.")
      .def_property_readonly(
          "book", [](const S& s) { return s.book; }, "What scores it.")
      .def_property_readonly(
          "fixtures", [](const S& s) { return s.season.fixtures.size(); }, "How many.")
      .def_property_readonly(
          "digest", [](const S& s) { return hex(content_digest(s.season)); },
          "Of its content: a correction and its inverse restore it.")
      .def("to_bytes", &season_bytes, "Canonical bytes.")
      .def_static("from_bytes", &season_from, py::arg("bytes"), py::arg("book"), "Reads them.")
      .def("__repr__", [](const S& s) { return "<Season " + s.season.setup->name + ">"; })
      .def(py::pickle([](const S& s) { return py::make_tuple(season_bytes(s), s.book); },
                      [](const py::tuple& t) {
                        return season_from(t[0], t[1].cast<const Shared<RuleBook>&>());
                      }));
  bind_season_tables(c);
}

}  // namespace auction::python
