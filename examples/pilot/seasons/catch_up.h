// What a season lacks of what its league and its auction know by now, as commands.
//
// Each is decided and applied to the season at hand as it is found, so that the next one can rest
// on it; the same commands, decided again on the stored season, write it.
#pragma once

#include "libauction/auction/state.h"
#include "libauction/league/league.h"
#include "libauction/season/apply.h"
#include "libauction/season/decide.h"

namespace pilot {

using namespace auction;

// From when on what somebody bought counts: the whole season.
inline constexpr Instant kWholeSeason{0};

class CatchUp {
 public:
  explicit CatchUp(Season& season) : season_(season) {}

  void take(const SeasonCommand& command);
  void members(const League& league);  // who has a seat and is not in it
  void book(const std::string& book);  // how it scores
  void owners(const State* auction);   // null: nobody owns anything

  std::vector<SeasonCommand> commands() && { return std::move(commands_); }

 private:
  std::vector<ManagerSlot> owners_by(const State& auction) const;  // by the season's asset

  Season& season_;
  std::vector<SeasonCommand> commands_;
};

// The member's slot in a season; nothing: it is not in it.
std::optional<ManagerSlot> find_season_member(const Season& season, ActorId id);

}  // namespace pilot
