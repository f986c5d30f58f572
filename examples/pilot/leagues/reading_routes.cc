// Everything that is asked about a league and changes nothing.
#include <algorithm>

#include "examples/pilot/assets/asset_routes.h"
#include "examples/pilot/auctions/payload.h"
#include "examples/pilot/leagues/league_json.h"
#include "examples/pilot/leagues/league_routes.h"

namespace pilot {
namespace {

constexpr std::size_t kUsualAssets = 50;
constexpr std::size_t kMostAssets = 100;

// A request by a member.
struct Asking {
  const LeagueServices& services;
  const Entrance& here;
  const Call& call;
};

Answer one_league(const Asking& asking) {
  return json_answer(200, league_json(asking.services, asking.here, asking.call.at));
}

Answer members(const Asking& asking) {
  return json_answer(200, members_of(asking.services.scene(asking.here.league)));
}

Answer participants(const Asking& asking) {
  Json lines = managers_json(asking.services, asking.here.league, asking.call.at);
  const std::size_t count = lines.size();
  return json_answer(200, {{"count", count}, {"participants", std::move(lines)}});
}

Answer chosen_assets(const Asking& asking) {
  const League& league = asking.here.league;
  std::vector<Fault> faults;
  const Page page = read_page(asking.call, "pageSize", kUsualAssets, kMostAssets, faults);
  if (!faults.empty()) return malformed(faults);
  std::vector<const Asset*> chosen;
  for (const AssetId id : league.choices.assets) {
    if (const Asset* asset = asking.services.assets.find(id)) chosen.push_back(asset);
  }
  return json_answer(200, asset_page(league.settings.sport, chosen, page));
}

Answer available_assets(const Asking& asking) {
  const std::string& sport = asking.here.league.settings.sport;
  Json list = Json::array();
  for (const Asset& asset : asking.services.assets.of(sport))
    list.push_back(asset_of(sport, asset));
  return json_answer(200, list);
}

Answer league_state(const Asking& asking) {
  const League& league = asking.here.league;
  return json_answer(200, {{"leagueId", to_text(league.id)},
                           {"status", asking.services.auctions.status_of(league, asking.call.at)},
                           {"activeAuctionId", auction_id_json(league)}});
}

Answer league_summary(const Asking& asking) {
  return json_answer(200, summary_json(asking.services, asking.here, asking.call.at));
}

template <class Handle>
Route reading_route(const LeagueServices& services, std::string_view path, Handle handle) {
  return {"GET", path, Who::kSignedIn, at_once([services, handle](const Call& call) -> Answer {
            const auto entered = enter(services, call);
            if (const auto* no = std::get_if<Answer>(&entered)) return *no;
            return handle(Asking{services, std::get<Entrance>(entered), call});
          })};
}

// The leagues of whoever asks, as entrances.
std::vector<Entrance> my_entrances(const LeagueServices& services, const Call& call) {
  std::vector<Entrance> mine;
  for (const LeagueId id : services.leagues.of_member(call.user)) {
    const League* league = services.leagues.find(id);
    const LeagueMember* self = league == nullptr ? nullptr : find_member(*league, call.user);
    if (self != nullptr) mine.push_back({*league, *self});
  }
  return mine;
}

Answer my_leagues(const LeagueServices& services, const Call& call) {
  Json list = Json::array();
  for (const Entrance& here : my_entrances(services, call)) {
    list.push_back(league_json(services, here, call.at));
  }
  return json_answer(200, list);
}

Answer my_competitions(const LeagueServices& services, const Call& call) {
  std::vector<std::pair<Instant, Json>> lines;
  for (const Entrance& here : my_entrances(services, call)) {
    lines.emplace_back(last_activity(services, here.league, call.at),
                       competition_json(services, here, call.at));
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  Json list = Json::array();
  for (auto& [at, line] : lines) list.push_back(std::move(line));
  return json_answer(200, list);
}

}  // namespace

Routes league_reading_routes(const LeagueServices& services) {
  Routes routes;
  routes.push_back(league_route(services, "GET", "/leagues", my_leagues));
  routes.push_back(league_route(services, "GET", "/me/competitions", my_competitions));
  routes.back().enabled = [](const Settings& settings) { return settings.my_competitions; };
  routes.push_back(reading_route(services, "/leagues/{id}", one_league));
  routes.push_back(reading_route(services, "/leagues/{id}/members", members));
  routes.push_back(reading_route(services, "/leagues/{id}/participants", participants));
  routes.push_back(reading_route(services, "/leagues/{id}/assets", chosen_assets));
  routes.push_back(reading_route(services, "/leagues/{id}/available-assets", available_assets));
  routes.push_back(reading_route(services, "/leagues/{id}/state", league_state));
  routes.push_back(reading_route(services, "/leagues/{id}/summary", league_summary));
  return routes;
}

}  // namespace pilot
