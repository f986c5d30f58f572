#include "examples/pilot/assets/assets.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "libauction/adapters/csv/assets.h"
#include "libauction/adapters/csv/ids.h"
#include "libauction/adapters/csv/names.h"
#include "libauction/rules/presets.h"

namespace pilot {
namespace {

const std::vector<SportKind>& known_sports() {
  static const std::vector<SportKind> kSports{
      {"football", "Football", "CLUB", "Club", "Clubs"},
      {"cricket", "Cricket", "PLAYER", "Player", "Players"},
  };
  return kSports;
}

absl::StatusOr<std::string> text_of_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file.good()) return absl::NotFoundError("cannot read " + path);
  return std::move(text).str();
}

absl::Status told_of(const std::string& path, const absl::Status& status) {
  return absl::Status(status.code(), path + ": " + std::string(status.message()));
}

absl::StatusOr<std::vector<Asset>> read_assets(std::string_view sport, const std::string& path) {
  absl::StatusOr<std::string> text = text_of_file(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<Catalogue> catalogue = assets_from_csv(*text, preset("pilot-football")->currency);
  if (!catalogue.ok()) return told_of(path, catalogue.status());
  std::vector<Asset> assets = std::move(catalogue->assets);
  for (Asset& asset : assets) asset.id = asset_id(sport, asset.external_id);
  std::sort(assets.begin(), assets.end(), [](const Asset& a, const Asset& b) {
    return std::tie(a.name, a.external_id) < std::tie(b.name, b.external_id);
  });
  return assets;
}

// Where a sport has no list of teams its assets are the teams.
absl::StatusOr<std::vector<Team>> read_teams(const std::vector<Asset>& assets,
                                             const std::string& path) {
  if (!std::filesystem::exists(path)) return teams_of(Catalogue{assets});
  absl::StatusOr<std::string> text = text_of_file(path);
  if (!text.ok()) return text.status();
  absl::StatusOr<std::vector<NamedId>> names = names_from_csv(*text);
  if (!names.ok()) return told_of(path, names.status());
  std::vector<Team> teams;
  for (const NamedId& named : *names) teams.push_back({named.external_id, named.name});
  return teams;
}

}  // namespace

AssetId asset_id(std::string_view sport, std::string_view external_id) {
  return auction::asset_id(std::string(sport) + ':' + std::string(external_id));
}

absl::Status Assets::add(const SportKind& kind, const std::string& folder) {
  absl::StatusOr<std::vector<Asset>> assets =
      read_assets(kind.key, folder + '/' + kind.key + ".csv");
  if (!assets.ok()) return assets.status();
  absl::StatusOr<std::vector<Team>> teams =
      read_teams(*assets, folder + '/' + kind.key + "_teams.csv");
  if (!teams.ok()) return teams.status();
  sports_.push_back(kind);
  const auto [entry, added] = by_sport_.emplace(kind.key, *std::move(assets));
  teams_.emplace(kind.key, *std::move(teams));
  for (std::size_t i = 0; i < entry->second.size(); ++i) {
    places_[entry->second[i].id] = {entry->first, i};
  }
  return absl::OkStatus();
}

absl::StatusOr<Assets> Assets::read(const std::string& folder) {
  Assets assets;
  for (const SportKind& kind : known_sports()) {
    if (absl::Status status = assets.add(kind, folder); !status.ok()) return status;
  }
  return assets;
}

const SportKind* Assets::sport(std::string_view key) const {
  for (const SportKind& kind : sports_) {
    if (kind.key == key) return &kind;
  }
  return nullptr;
}

const std::vector<Asset>& Assets::of(std::string_view sport) const {
  static const std::vector<Asset> kNone;
  const auto found = by_sport_.find(sport);
  return found == by_sport_.end() ? kNone : found->second;
}

const std::vector<Team>& Assets::teams(std::string_view sport) const {
  static const std::vector<Team> kNone;
  const auto found = teams_.find(sport);
  return found == teams_.end() ? kNone : found->second;
}

const Asset* Assets::find(AssetId id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? nullptr : &of(found->second.sport)[found->second.index];
}

std::string_view Assets::sport_of(AssetId id) const {
  const auto found = places_.find(id);
  return found == places_.end() ? std::string_view() : found->second.sport;
}

Catalogue Assets::catalogue(const std::vector<AssetId>& chosen) const {
  Catalogue catalogue;
  for (const AssetId id : chosen) {
    if (const Asset* asset = find(id)) catalogue.assets.push_back(*asset);
  }
  return catalogue;
}

}  // namespace pilot
