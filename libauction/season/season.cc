#include "libauction/season/season.h"

#include <algorithm>

namespace auction {

std::string_view external_id(const Season& season, AssetSlot asset) {
  const std::vector<Asset>& assets = season.setup->catalogue->assets;
  if (asset.value < assets.size()) return assets[asset.value].external_id;
  return season.strangers[asset.value - assets.size()];
}

ManagerSlot owner_at(const Season& season, AssetSlot asset, Instant at) {
  const auto is_before = [&](const Stint& stint) {
    return stint.asset != asset ? stint.asset < asset : stint.from <= at;
  };
  const auto after = std::partition_point(season.stints.begin(), season.stints.end(), is_before);
  if (after == season.stints.begin() || (after - 1)->asset != asset) return kNoManager;
  return (after - 1)->manager;
}

std::optional<AssetSlot> find_season_asset(const Season& season, std::string_view id) {
  for (std::size_t i = 0; i < asset_count(season); ++i) {
    const AssetSlot slot{static_cast<std::uint16_t>(i)};
    if (external_id(season, slot) == id) return slot;
  }
  return std::nullopt;
}

std::optional<TeamSlot> find_team(const SeasonSetup& setup, std::string_view id) {
  for (std::size_t i = 0; i < setup.teams.size(); ++i) {
    if (setup.teams[i].external_id == id) return TeamSlot{static_cast<std::uint16_t>(i)};
  }
  return std::nullopt;
}

std::optional<FixtureSlot> find_fixture(const Season& season, std::string_view id) {
  for (std::size_t i = 0; i < season.fixtures.size(); ++i) {
    if (season.fixtures[i].meeting.external_id == id) {
      return FixtureSlot{static_cast<std::uint32_t>(i)};
    }
  }
  return std::nullopt;
}

const FigureLine* find_figures(const Fixture& fixture, AssetSlot asset) {
  const auto place =
      std::lower_bound(fixture.figures.begin(), fixture.figures.end(), asset,
                       [](const FigureLine& line, AssetSlot slot) { return line.asset < slot; });
  return place != fixture.figures.end() && place->asset == asset ? &*place : nullptr;
}

}  // namespace auction
