// Seasons: the competition after a league's auctions, one a league, in a stream of its own.
//
// A season is written when there is something to write (fixtures, scores, the squads of an auction
// that is over); until then, and in between, what is shown is caught up in memory: every member is
// in it from the moment of joining, and owns what the auction says by now. It is of all clubs or
// players of the sport. What somebody bought counts in every fixture, also in those that began
// before the auction.
//
//   Season season = seasons.shown(league, state);              // for tables and lists
//   SeasonAct act = seasons.act(league, state, ImportFixtures{rows}, commissioner, now);
#pragma once

#include "examples/pilot/assets/assets.h"
#include "examples/pilot/leagues/book_shelf.h"
#include "examples/pilot/leagues/leagues.h"
#include "libauction/log/season_machine.h"

namespace pilot {

using FixtureId = Id<struct FixtureTag>;

struct SeasonDone {
  SeasonEvents events;  // also those that caught it up
};
using SeasonAct = std::variant<SeasonDone, SeasonRefusals, StorageFailure>;

// What a command would do, and the season it would lead to; or what is wrong with it.
struct SeasonTrial {
  SeasonRefusals refusals;
  SeasonEvents events;
  Season after;
};

struct FixturePlace {
  LeagueId league;
  FixtureSlot slot;
};

class Seasons {
 public:
  static absl::StatusOr<std::unique_ptr<Seasons>> open(Records& records, Leagues& leagues,
                                                       const Assets& assets, Instant now);

  // What is stored; null: nothing yet.
  const Season* find(const League& league) const;

  // `auction` is the state of the league's auction; null: it has none, or it cannot be read.
  Season shown(const League& league, const State* auction) const;

  // Stored, with what catches it up, in one commit. The caller has seen to it that `by` may.
  SeasonAct act(const League& league, const State* auction, const SeasonCommand& command,
                ActorId by, Instant now);
  SeasonTrial try_out(const League& league, const State* auction, const SeasonCommand& command,
                      Instant now) const;

  // Stores what catches it up and nothing else; for when an auction is over.
  SeasonAct settle(const League& league, const State* auction, Instant now);

  std::optional<FixturePlace> place_of(FixtureId id) const;

 private:
  using Shelf = BookShelf<SeasonMachine>;

  Seasons(Records& records, Leagues& leagues, const Assets& assets)
      : shelf_(records), leagues_(leagues), assets_(assets) {}

  Shared<SeasonSetup> setup_of(const League& league) const;
  std::vector<SeasonCommand> catch_up(const League& league, const State* auction,
                                      Season& season) const;
  SeasonAct write(const League& league, const std::vector<Shelf::Step>& steps, Instant now);
  void index(const Season& season);

  Shelf shelf_;
  Leagues& leagues_;
  const Assets& assets_;
  std::map<FixtureId, FixturePlace> fixtures_;
  std::map<SeasonId, LeagueId> league_of_;
};

SeasonId season_id(LeagueId league);
FixtureId fixture_id(const Season& season, FixtureSlot slot);

}  // namespace pilot
