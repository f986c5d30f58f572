#include <algorithm>

#include "examples/pilot/api/body.h"
#include "examples/pilot/people/sign_in.h"

namespace pilot {
namespace {

bool has_others(const League& league, ActorId who) {
  return std::any_of(league.members.begin(), league.members.end(), [&](const LeagueMember& member) {
    return member.id != who && !member.bot && has_seat(member.role);
  });
}

bool leads(const League& league, ActorId who) {
  const LeagueMember* member = find_member(league, who);
  return member != nullptr && member->role == LeagueRole::kCommissioner;
}

// Why somebody who leads this league cannot go, or nothing.
std::optional<Answer> kept_by(const League& league, ActorId who, std::optional<ActorId> successor) {
  if (!leads(league, who)) return std::nullopt;
  if (!has_others(league, who)) {
    if (!has_unfinished_auction(league)) return std::nullopt;
    return error(409, "auction_unfinished", "An auction of yours is not over: end it first.");
  }
  const LeagueMember* heir = successor ? find_member(league, *successor) : nullptr;
  if (heir != nullptr && !heir->bot && has_seat(heir->role) && heir->id != who) return std::nullopt;
  return error(409, "successor_required",
               "You lead a league: name a member of it as `successor` first.");
}

}  // namespace

std::optional<Answer> leave_leagues(Leagues& leagues, ActorId who, std::optional<ActorId> successor,
                                    Instant now) {
  const std::vector<LeagueId> mine = leagues.of_member(who);
  for (const LeagueId id : mine) {
    const League* league = leagues.find(id);
    if (league == nullptr) continue;
    if (auto no = kept_by(*league, who, successor)) return no;
  }
  for (const LeagueId id : mine) {
    const League* league = leagues.find(id);
    if (league == nullptr) continue;
    if (leads(*league, who)) {
      const LeagueAct done = has_others(*league, who)
                                 ? leagues.act(id, HandOver{*successor}, who, now)
                                 : leagues.act(id, DissolveLeague{}, who, now);
      if (!std::holds_alternative<LeagueDone>(done)) {
        return error(409, "conflict", "A league of yours could not be given away.");
      }
    }
    // What was played stays, under the label; before that the seat is free again.
    league = leagues.find(id);
    if (league != nullptr && league->auctions.empty()) leagues.act(id, LeaveLeague{}, who, now);
  }
  return std::nullopt;
}

}  // namespace pilot
