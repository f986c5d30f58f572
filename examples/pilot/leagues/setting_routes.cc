// Creating, changing and dissolving leagues, and choosing what they auction.
#include <fmt/format.h>

#include "examples/pilot/leagues/invite_token.h"
#include "examples/pilot/leagues/league_json.h"
#include "examples/pilot/leagues/league_plan.h"
#include "examples/pilot/leagues/league_routes.h"
#include "examples/pilot/seasons/scoring_book.h"

namespace pilot {
namespace {

constexpr std::size_t kMostChosenBytes = 1'048'576;  // of ids, 39 bytes each

MakeInvite invite_by(LeagueId league, const std::string& token) {
  MakeInvite invite;
  invite.hash = invite_hash(league, token);
  invite.most_uses = UINT32_MAX;
  return invite;
}

std::vector<AssetId> ids_of(const std::vector<Asset>& assets) {
  std::vector<AssetId> ids;
  for (const Asset& asset : assets) ids.push_back(asset.id);
  return ids;
}

// As its member now sees it.
Answer shown_league(const LeagueServices& services, LeagueId id, const Call& call) {
  const League* league = services.leagues.find(id);
  const LeagueMember* self = league == nullptr ? nullptr : find_member(*league, call.user);
  if (self == nullptr) return unknown();
  return json_answer(200, league_json(services, {*league, *self}, call.at));
}

Answer create_league(const LeagueServices& services, const Call& call) {
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  LeaguePlan plan = start_of_plan(fields, std::get<Json>(body), services.settings);
  plan = read_plan(fields, std::move(plan), services.settings);
  if (!fields.faults().empty()) return malformed(fields.faults());

  const LeagueId id = draw_id<LeagueId>();
  const std::string token = draw_invite();
  const std::string sport = plan.settings.sport;
  const std::vector<LeagueCommand> then{
      ChooseRules{Shared(plan.rules)}, ChooseAssets{ids_of(services.assets.of(sport))},
      ChooseBook{std::string(usual_book(sport))}, invite_by(id, token)};
  services.people.keep_invite(id, token);
  const LeagueAct act = services.leagues.create(
      {id, call.user, services.leagues.next_label(id), plan.settings}, then, call.at);
  if (const auto no = undone(League{}, act)) return *no;
  return shown_league(services, id, call);
}

Answer change_league(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const LeaguePlan plan = read_plan(fields, plan_of(league), services.settings);
  if (!fields.faults().empty()) return malformed(fields.faults());
  const LeagueAct act = services.leagues.act_all(
      league.id, {ChangeSettings{plan.settings}, ChooseRules{Shared(plan.rules)}}, call.user,
      call.at);
  if (const auto no = undone(league, act)) return *no;
  return shown_league(services, league.id, call);
}

Answer dissolve_league(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const LeagueAct act = services.leagues.act(league.id, DissolveLeague{}, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  return said("League deleted");
}

// The old token is of no use from the commit on.
Answer rotate_token(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const std::string token = draw_invite();
  std::vector<LeagueCommand> commands;
  for (const Invite& invite : league.invites) commands.push_back(RevokeInvite{invite.number});
  commands.push_back(invite_by(league.id, token));
  const LeagueAct act = services.leagues.act_all(league.id, commands, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  services.people.keep_invite(league.id, token);
  return shown_league(services, league.id, call);
}

std::vector<AssetId> read_chosen(const Assets& assets, std::string_view sport, const Json& list,
                                 std::vector<Fault>& faults) {
  std::vector<AssetId> chosen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const auto id = list[i].is_string() ? parse_id<AssetTag>(list[i].get_ref<const std::string&>())
                                        : std::nullopt;
    if (!id || assets.sport_of(*id) != sport) {
      faults.push_back({fmt::format("/{}", i), "is none of the sport's"});
    } else {
      chosen.push_back(*id);
    }
  }
  if (list.empty()) faults.push_back({"", "must name one at least"});
  return chosen;
}

Answer choose_assets(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const auto body = read_array(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  std::vector<Fault> faults;
  const std::vector<AssetId> chosen =
      read_chosen(services.assets, league.settings.sport, std::get<Json>(body), faults);
  if (!faults.empty()) return malformed(faults);
  const LeagueAct act = services.leagues.act(league.id, ChooseAssets{chosen}, call.user, call.at);
  if (const auto* no = std::get_if<LeagueRefusal>(&act);
      no != nullptr && no->reason == LeagueReason::kTwice) {
    return malformed({{fmt::format("/{}", no->limit), "stands there already"}});
  }
  if (const auto no = undone(league, act)) return *no;
  return json_answer(
      200, {{"message", fmt::format("{} selected", chosen.size())}, {"count", chosen.size()}});
}

}  // namespace

Routes league_setting_routes(const LeagueServices& services) {
  Routes routes;
  routes.push_back(league_route(services, "POST", "/leagues", create_league));
  routes.back().per_user = Limited::kLeagueUser;
  routes.back().per_address = Limited::kLeagueAddress;
  routes.push_back(league_route(services, "PATCH", "/leagues/{id}", change_league));
  routes.push_back(league_route(services, "DELETE", "/leagues/{id}", dissolve_league));
  routes.push_back(league_route(services, "POST", "/leagues/{id}/rotate-token", rotate_token));
  routes.push_back(league_route(services, "PUT", "/leagues/{id}/assets", choose_assets));
  routes.back().most_body = kMostChosenBytes;
  return routes;
}

}  // namespace pilot
