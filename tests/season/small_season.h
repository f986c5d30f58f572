// A small season for tests: four clubs, three managers, and a commissioner who may do everything.
#pragma once

#include "libauction/season/apply.h"
#include "libauction/season/decide.h"

namespace auction {

inline constexpr Context kSeasonHost{{kNoManager, true, false}, Instant{1'000'000}};
inline constexpr Instant day(std::int64_t n) { return {n * 86'400'000}; }
inline constexpr FixtureSlot fixture(std::uint32_t n) { return {n}; }
inline constexpr AssetSlot club(std::uint16_t n) { return {n}; }
inline constexpr ManagerSlot manager(std::uint8_t n) { return {n}; }

inline SeasonSetup small_setup() {
  SeasonSetup setup;
  setup.name = "Small";
  Catalogue catalogue;
  for (const char* id : {"ARS", "INT", "INM", "PSG"}) {
    Asset asset;
    asset.id = {1, catalogue.assets.size() + 1};
    asset.external_id = id;
    asset.name = std::string("Club ") + id;
    catalogue.assets.push_back(asset);
  }
  setup.teams = teams_of(catalogue);
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (const char* label : {"Reds", "Blues", "Greens"}) {
    setup.members.push_back({{2, setup.members.size() + 1}, label});
  }
  setup.figures = {"runs", "wickets"};
  setup.book = "pilot-football-clubs";
  return setup;
}

// A season and its log, team by team.
struct Table {
  Season season;
  SeasonEvents log;

  Table() {
    const SeasonCommand create = CreateSeason{Shared<SeasonSetup>(small_setup())};
    SeasonEvents events;
    if (decide(season, create, {kHost, {}}, events).empty()) take(events);
  }

  void take(const SeasonEvents& events) {
    for (const SeasonEvent& event : events) {
      apply(season, event, kSeasonHost.now);
      log.push_back(event);
    }
  }

  // The refusals, or nothing and it is done.
  SeasonRefusals act(const SeasonCommand& command) {
    SeasonEvents events;
    SeasonRefusals refusals = decide(season, command, kSeasonHost, events);
    take(events);
    return refusals;
  }
};

inline FixtureRow row(Instant at, std::string home, std::string away, std::string id = {}) {
  FixtureRow row;
  row.starts_at = at;
  row.home = std::move(home);
  row.away = std::move(away);
  row.external_id = std::move(id);
  return row;
}

}  // namespace auction
