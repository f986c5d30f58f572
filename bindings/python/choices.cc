// What a league plays: settings, rules, assets, competition and book; its auctions and seasons.
#include "bindings/python/live_league.h"
#include "bindings/python/values.h"

namespace auction::python {
namespace {

AuctionFate fate_of(py::handle value) {
  const std::string name = text_of(value, "fate");
  for (unsigned i = 0; i < enum_count(AuctionFate{}); ++i) {
    if (const auto fate = static_cast<AuctionFate>(i); word(fate) == name) return fate;
  }
  throw py::value_error("fate: '" + name + "' is none");
}

py::object change_settings(LiveLeague& l, py::handle to, py::handle at, py::handle actor) {
  return l.act(ChangeSettings{settings_of(to)}, l.leader(actor), l.time_of(at));
}

py::object choose_rules(LiveLeague& l, const Shared<RuleSet>& rules, py::handle at,
                        py::handle actor) {
  return l.act(ChooseRules{rules}, l.leader(actor), l.time_of(at));
}

py::object choose_assets(LiveLeague& l, const Shared<Catalogue>& assets, py::handle at,
                         py::handle actor) {
  ChooseAssets command;
  for (const Asset& asset : assets->assets) command.assets.push_back(asset.id);
  return l.act(command, l.leader(actor), l.time_of(at));
}

py::object choose_competition(LiveLeague& l, py::handle name, py::handle at, py::handle actor) {
  return l.act(ChooseCompetition{text_of(name, "competition")}, l.leader(actor), l.time_of(at));
}

py::object choose_book(LiveLeague& l, py::handle book, py::handle at, py::handle actor) {
  return l.act(ChooseBook{text_of(book, "book")}, l.leader(actor), l.time_of(at));
}

py::object link_auction(LiveLeague& l, py::handle id, py::handle at, py::handle actor) {
  return l.act(LinkAuction{id_of<AuctionId>(id, "id")}, l.leader(actor), l.time_of(at));
}

// Only the host says how an auction ended: it has the log.
py::object end_auction(LiveLeague& l, py::handle id, py::handle fate, py::handle at) {
  return l.act(EndAuction{id_of<AuctionId>(id, "id"), fate_of(fate)}, kHostActor, l.time_of(at));
}

py::object reopen_auction(LiveLeague& l, py::handle id, py::handle at) {
  return l.act(ReopenAuction{id_of<AuctionId>(id, "id")}, kHostActor, l.time_of(at));
}

py::object link_season(LiveLeague& l, py::handle id, py::handle at, py::handle actor) {
  return l.act(LinkSeason{id_of<SeasonId>(id, "id")}, l.leader(actor), l.time_of(at));
}

py::object dissolve(LiveLeague& l, py::handle at, py::handle actor) {
  return l.act(DissolveLeague{}, l.leader(actor), l.time_of(at));
}

py::tuple auctions(const LiveLeague& l) {
  py::list list;
  for (const LinkedAuction& a : l.state().auctions) {
    list.append(py::make_tuple(to_text(a.auction), value_of(a.fate)));
  }
  return py::tuple(list);
}

}  // namespace

void bind_choices(LeagueClass& c) {
  const py::none none;
  const auto at = py::arg("at") = none;
  const auto actor = py::arg("actor") = none;
  c.def("change_settings", &change_settings, py::arg("settings"), py::kw_only(), at, actor,
        "Replaces the settings; `dataclasses.replace(league.settings, open=True)` makes new ones.")
      .def("choose_rules", &choose_rules, py::arg("rules"), py::kw_only(), at, actor,
           "The rules of the next auction, by value.")
      .def("choose_assets", &choose_assets, py::arg("assets"), py::kw_only(), at, actor,
           "What is on offer, in the catalogue's order.")
      .def("choose_competition", &choose_competition, py::arg("competition"), py::kw_only(), at,
           actor, "Whose matches count, by a name.")
      .def("choose_book", &choose_book, py::arg("book"), py::kw_only(), at, actor,
           "What scores: a rule book's id, or its JSON text.")
      .def("link_auction", &link_auction, py::arg("id"), py::kw_only(), at, actor,
           "This auction is the league's; one at a time.")
      .def("end_auction", &end_auction, py::arg("id"), py::arg("fate") = "completed", py::kw_only(),
           at, "The host tells how a linked auction ended.")
      .def("reopen_auction", &reopen_auction, py::arg("id"), py::kw_only(), at,
           "The host tells that the last auction, which was completed, was reset.")
      .def("link_season", &link_season, py::arg("id"), py::kw_only(), at, actor,
           "This season is the league's.")
      .def("dissolve", &dissolve, py::kw_only(), at, actor, "The league is over.")
      .def_property_readonly(
          "settings", [](const LiveLeague& l) { return value_of(l.state().settings); },
          "`LeagueSettings`.")
      .def_property_readonly(
          "rules", [](const LiveLeague& l) { return value_of(l.state().choices.rules); },
          "The `RuleSet` that was chosen; None: none yet.")
      .def_property_readonly(
          "assets", [](const LiveLeague& l) { return value_of(l.state().choices.assets); },
          "UUIDs of the assets that were chosen.")
      .def_property_readonly(
          "competition", [](const LiveLeague& l) { return l.state().choices.competition; },
          "Its name.")
      .def_property_readonly(
          "book", [](const LiveLeague& l) { return l.state().choices.book; },
          "A rule book's id or text.")
      .def_property_readonly("auctions", &auctions, "(id, `AuctionFate`) of each that was linked.")
      .def_property_readonly(
          "seasons", [](const LiveLeague& l) { return value_of(l.state().seasons); },
          "UUIDs of those that were linked.");
}

}  // namespace auction::python
