// What the routes of leagues and seasons stand on, and the way in: whose league, and who is asking.
//
//   const auto entered = enter(services, call, LeagueRole::kCommissioner);
//   if (const auto* no = std::get_if<Answer>(&entered)) return *no;
//   const auto& [league, self] = std::get<Entrance>(entered);
//
// Who is no member of a league is told that there is none. One thread, the loop's.
#pragma once

#include "examples/pilot/auctions/auctions.h"
#include "examples/pilot/settings/settings.h"

namespace pilot {

class Seasons;

struct LeagueServices {
  Leagues& leagues;
  Auctions& auctions;
  Seasons& seasons;
  const Assets& assets;
  People& people;
  Live& live;
  const Settings& settings;

  Scene scene(const League& league) const { return {people, live, league}; }
};

struct Entrance {
  const League& league;
  LeagueMember self;  // as it was on entering
};

// By the id in the call's first place. Fewer rights than `least`: 403.
std::variant<Entrance, Answer> enter(const LeagueServices& services, const Call& call,
                                     LeagueRole least = LeagueRole::kSpectator);

Answer refused(const League& league, const LeagueRefusal& no);
Answer unavailable(const StorageFailure& failure);  // 503
Answer said(std::string_view message);              // {"message":...}

// The answer to what was not done; nothing: it was.
std::optional<Answer> undone(const League& league, const LeagueAct& act);

// The auction that is shown with the league: its last one, unless that was cancelled.
std::optional<AuctionId> auction_shown(const League& league);
Json auction_id_json(const League& league);  // null: none

// A handler that answers at once.
template <class Handle>
auto at_once(Handle handle) {
  return [handle](const Call& call, Reply reply) { reply(handle(call)); };
}

// A route for whoever is signed in; its handler knows who may.
using LeagueHandler = Answer (*)(const LeagueServices&, const Call&);
Route league_route(const LeagueServices& services, std::string_view method, std::string_view path,
                   LeagueHandler handler);

}  // namespace pilot
