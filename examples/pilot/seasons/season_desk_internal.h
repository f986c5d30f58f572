// What the files of season routes share. For them alone.
#pragma once

#include "examples/pilot/leagues/league_json.h"
#include "examples/pilot/seasons/scoring_book.h"
#include "examples/pilot/seasons/season_json.h"
#include "examples/pilot/seasons/season_routes.h"

namespace pilot {

// One request about one league's season.
struct SeasonDesk {
  const LeagueServices& services;
  const League& league;
  const Call& call;

  const State* auction() const { return auction_state(services, league, call.at); }
  Season shown() const { return services.seasons.shown(league, auction()); }
  SeasonTrial try_out(const SeasonCommand& command) const {
    return services.seasons.try_out(league, auction(), command, call.at);
  }
  SeasonAct act(const SeasonCommand& command) const {
    return services.seasons.act(league, auction(), command, call.user, call.at);
  }
  bool dry_run() const {
    const auto asked = call.query.find("dryRun");
    return asked != call.query.end() && (asked->second == "1" || asked->second == "true");
  }
  Answer standings() const;

  void tell_fixtures(std::size_t changed) const;
};

void tell_standings(const LeagueServices& services, const League& league, Instant at);

Answer import_fixtures(const SeasonDesk& desk);
Answer ingest_scores(const SeasonDesk& desk);

}  // namespace pilot
