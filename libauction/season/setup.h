// Season set-up: what a season pins in its first event, by value.
//
// A season is the competition after an auction: fixtures between teams, what each asset did in
// them, who owned it then. Sides meet in fixtures (clubs, franchises); assets are owned and score.
// Where clubs themselves are owned, asset and team have the same external id: `teams_of` makes the
// one list from the other.
//
//   SeasonSetup setup{.name = "Autumn league", .catalogue = clubs, .book = "pilot-football-clubs"};
//   setup.teams = teams_of(*setup.catalogue);
#pragma once

#include "libauction/base/bytes.h"
#include "libauction/base/shared.h"
#include "libauction/catalogue/catalogue.h"
#include "libauction/lot/lot.h"

namespace auction {

using TeamSlot = Index<struct TeamSlotTag, std::uint16_t>;  // place in the list of teams, from 0

inline constexpr TeamSlot kNoTeam{UINT16_MAX};
inline constexpr std::size_t kMaxTeams = 65'535;
inline constexpr std::size_t kMaxSeasonText = 200;  // bytes of a name, an id, a venue, a round
inline constexpr std::size_t kMaxFigures = 64;      // figures of one asset in one match

struct Team {
  std::string external_id;  // "MCI"; unique, and all that ever joins a row to a team
  std::string name;

  bool operator==(const Team&) const = default;
};

struct Member {
  ManagerId id;
  std::string label;  // public name of the team, never a person's

  bool operator==(const Member&) const = default;
};

struct SeasonSetup {
  SeasonId season;
  std::string name;
  Shared<Catalogue> catalogue;       // what can be owned
  std::vector<Team> teams;           // who meets in fixtures
  std::vector<Member> members;       // a manager's slot is the place in this list; more may join
  std::vector<std::string> figures;  // names of an asset's figures; none where goals are all
  std::string book;                  // the rule book's id, or its text where it is the league's own

  bool operator==(const SeasonSetup&) const = default;
};

std::vector<Team> teams_of(const Catalogue& catalogue);

// What cannot work, in a sentence; "" for a set-up that does.
std::string broken_setup(const SeasonSetup& setup);

void put(Bytes& out, const SeasonSetup& setup);
SeasonSetup read_season_setup(ByteReader& in);  // check in.ok()
inline void read_own(ByteReader& in, SeasonSetup& setup) { setup = read_season_setup(in); }

}  // namespace auction
