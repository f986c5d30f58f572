#include "libauction/season/setup.h"

#include <set>

namespace auction {
namespace {

void put_texts(Bytes& out, const std::vector<std::string>& texts) {
  put_u32(out, static_cast<std::uint32_t>(texts.size()));
  for (const std::string& text : texts) put_text(out, text);
}

std::vector<std::string> read_texts(ByteReader& in) {
  std::vector<std::string> texts(in.count(4));
  for (std::string& text : texts) text = in.text();
  return texts;
}

void put_asset(Bytes& out, const Asset& asset) {
  put(out, asset.id);
  put_text(out, asset.external_id);
  put_text(out, asset.name);
  put_text(out, asset.set);
  put_texts(out, asset.roles);
  put_u32(out, static_cast<std::uint32_t>(asset.attributes.size()));
  for (const Attribute& a : asset.attributes) {
    put_text(out, a.name);
    put_text(out, a.value);
  }
  put(out, asset.base_price);
}

Asset read_asset(ByteReader& in) {
  Asset asset;
  asset.id = in.id<AssetTag>();
  asset.external_id = in.text();
  asset.name = in.text();
  asset.set = in.text();
  asset.roles = read_texts(in);
  asset.attributes.resize(in.count(8));
  for (Attribute& a : asset.attributes) {
    a.name = in.text();
    a.value = in.text();
  }
  asset.base_price = in.money();
  return asset;
}

// Every text once and none empty.
template <class List, class TextOf>
bool distinct(const List& list, TextOf text_of) {
  std::set<std::string_view> seen;
  for (const auto& item : list) {
    const std::string_view text = text_of(item);
    if (text.empty() || text.size() > kMaxSeasonText || !seen.insert(text).second) return false;
  }
  return true;
}

}  // namespace

std::vector<Team> teams_of(const Catalogue& catalogue) {
  std::vector<Team> teams;
  for (const Asset& asset : catalogue.assets) teams.push_back({asset.external_id, asset.name});
  return teams;
}

std::string broken_setup(const SeasonSetup& setup) {
  if (setup.name.size() > kMaxSeasonText) return "the name is too long";
  if (setup.catalogue->assets.size() > kMaxAssets) return "there are too many assets";
  if (setup.teams.size() >= kMaxTeams) return "there are too many teams";
  if (setup.members.size() > kMaxManagers) return "there are too many members";
  if (setup.figures.size() > kMaxFigures) return "there are too many figures";
  if (setup.book.empty()) return "there is no rule book";
  if (!distinct(setup.catalogue->assets,
                [](const Asset& a) { return std::string_view(a.external_id); }))
    return "every asset needs an external id of its own";
  if (!distinct(setup.teams, [](const Team& s) { return std::string_view(s.external_id); }))
    return "every team needs an external id of its own";
  if (!distinct(setup.members, [](const Member& m) { return std::string_view(m.label); }))
    return "every member needs a label of its own";
  if (!distinct(setup.figures, [](const std::string& f) { return std::string_view(f); }))
    return "every figure needs a name of its own";
  return "";
}

void put(Bytes& out, const SeasonSetup& setup) {
  put(out, setup.season);
  put_text(out, setup.name);
  put_u32(out, static_cast<std::uint32_t>(setup.catalogue->assets.size()));
  for (const Asset& asset : setup.catalogue->assets) put_asset(out, asset);
  put_u32(out, static_cast<std::uint32_t>(setup.teams.size()));
  for (const Team& team : setup.teams) {
    put_text(out, team.external_id);
    put_text(out, team.name);
  }
  put_u32(out, static_cast<std::uint32_t>(setup.members.size()));
  for (const Member& member : setup.members) {
    put(out, member.id);
    put_text(out, member.label);
  }
  put_texts(out, setup.figures);
  put_text(out, setup.book);
}

SeasonSetup read_season_setup(ByteReader& in) {
  SeasonSetup setup;
  setup.season = in.id<SeasonTag>();
  setup.name = in.text();
  Catalogue catalogue;
  catalogue.assets.resize(in.count(44));
  for (Asset& asset : catalogue.assets) asset = read_asset(in);
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  setup.teams.resize(in.count(8));
  for (Team& team : setup.teams) {
    team.external_id = in.text();
    team.name = in.text();
  }
  setup.members.resize(in.count(20));
  for (Member& member : setup.members) {
    member.id = in.id<ManagerTag>();
    member.label = in.text();
  }
  setup.figures = read_texts(in);
  setup.book = in.text();
  return setup;
}

}  // namespace auction
