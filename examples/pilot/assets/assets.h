// Assets: every club and player that leagues can choose from, by sport, from the CSV files in
// data/.
//
// An asset's id follows from its sport and external id (a digest), so it is the same on every
// machine and after every start. Teams are who meets in a sport's fixtures: the clubs themselves,
// or the franchises of players.
//
//   absl::StatusOr<Assets> assets = Assets::read("examples/pilot/data");
//   assets->find(asset_id("football", "MCI"))->name == "Manchester City"
#pragma once

#include <absl/status/statusor.h>

#include <map>
#include <string>
#include <vector>

#include "libauction/season/setup.h"

namespace pilot {

using namespace auction;

struct SportKind {
  std::string key;          // "football"
  std::string name;         // "Football"
  std::string asset_type;   // "CLUB"
  std::string asset_label;  // "Club"
  std::string asset_plural;
};

class Assets {
 public:
  static absl::StatusOr<Assets> read(const std::string& folder);

  const std::vector<SportKind>& sports() const { return sports_; }
  const SportKind* sport(std::string_view key) const;            // null: no such sport
  const std::vector<Asset>& of(std::string_view sport) const;    // by name
  const std::vector<Team>& teams(std::string_view sport) const;  // who meets in fixtures
  const Asset* find(AssetId id) const;
  std::string_view sport_of(AssetId id) const;                    // "" for an unknown one
  Catalogue catalogue(const std::vector<AssetId>& chosen) const;  // in this order

 private:
  struct Place {
    std::string_view sport;
    std::size_t index = 0;
  };

  absl::Status add(const SportKind& kind, const std::string& folder);

  std::vector<SportKind> sports_;
  std::map<std::string, std::vector<Asset>, std::less<>> by_sport_;
  std::map<std::string, std::vector<Team>, std::less<>> teams_;
  std::map<AssetId, Place> places_;
};

AssetId asset_id(std::string_view sport, std::string_view external_id);

}  // namespace pilot
