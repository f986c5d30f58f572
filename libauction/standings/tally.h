// Tally: standings kept event by event, for a live table.
//
// Each event changes what it touches and nothing else: a result its fixture, an owner his asset, a
// rule book everything. The sums equal those of a recomputation after every event, and a correction
// followed by its inverse leaves no trace in them.
//
//   Tally tally(season, book, tie_breaks_of(book.sport));
//   tally.apply(event, at);
//   tally.standings() == standings_of(tally.season(), book, tie_breaks)
//
// A change of book is `set_book`, called by the host with the book of that name after the event.
#pragma once

#include "libauction/season/apply.h"
#include "libauction/standings/standings.h"

namespace auction {

class Tally {
 public:
  Tally(Season season, RuleBook book, TieBreaks tie_breaks);

  void apply(const SeasonEvent& event, Instant at);
  void set_book(RuleBook book, TieBreaks tie_breaks);

  const Season& season() const { return season_; }
  Standings standings() const;

 private:
  // What an asset earned for a manager.
  struct Sum {
    std::int64_t units = 0;
    std::uint32_t matches = 0;
    std::vector<std::int64_t> tie_breaks;
  };

  void recompute();
  void make_room();
  void add_fixture(const Fixture& fixture, int sign);
  void add_asset(AssetSlot asset, int sign);
  void add(const Fixture& fixture, AssetSlot asset, std::int64_t units, Stats stats, int sign);
  Sum& sum_of(ManagerSlot manager, AssetSlot asset);

  Season season_;
  Shared<RuleBook> book_;
  TieBreaks tie_breaks_;
  std::vector<std::optional<StatSlot>> slots_;
  std::vector<SeasonScorer> scorer_;    // one, or none before the season is created
  std::vector<std::vector<Sum>> sums_;  // by manager, by asset
};

}  // namespace auction
