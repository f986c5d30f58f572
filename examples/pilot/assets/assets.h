// Assets: every club and player that leagues can choose from, by sport, from the CSV files in data/.
//
// An asset's id follows from its sport and external id (a digest), so it is the same on every
// machine and after every start.
#pragma once

#include <absl/status/statusor.h>

#include <map>
#include <string>
#include <vector>

#include "libauction/catalogue/catalogue.h"

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
  const SportKind* sport(std::string_view key) const;
  const std::vector<Asset>& of(std::string_view sport) const;  // by name
  const Asset* find(AssetId id) const;
  Catalogue catalogue(const std::vector<AssetId>& chosen) const;  // in this order

 private:
  std::vector<SportKind> sports_;
  std::map<std::string, std::vector<Asset>, std::less<>> by_sport_;
};

AssetId asset_id(std::string_view sport, std::string_view external_id);

}  // namespace pilot
