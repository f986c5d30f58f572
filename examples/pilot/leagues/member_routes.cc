// Joining, leaving, deputies and bots.
#include <fmt/format.h>

#include "examples/pilot/leagues/invite_token.h"
#include "examples/pilot/leagues/league_json.h"
#include "examples/pilot/leagues/league_routes.h"

namespace pilot {
namespace {

constexpr std::int64_t kMostBots = 29;
constexpr std::size_t kMostTyped = 40;

Answer bad_invite() { return error(403, "unknown_invite", "This invite is not valid."); }

Answer joined(const LeagueServices& services, LeagueId id, const Call& call, bool before) {
  const League& league = *services.leagues.find(id);
  const Entrance here{league, *find_member(league, call.user)};
  return json_answer(200, {{"message", before ? "Already joined" : "Joined"},
                           {"leagueId", to_text(id)},
                           {"participant", manager_json(services, here, call.at)}});
}

// Who is in already needs no token; who shows none is refused like who shows a wrong one.
Answer join(const LeagueServices& services, const League& league, std::string_view typed,
            const Call& call) {
  const LeagueId id = league.id;
  if (find_member(league, call.user) != nullptr && typed.empty()) {
    return joined(services, id, call, true);
  }
  const auto token = read_invite(typed);
  if (!token && find_member(league, call.user) == nullptr) return bad_invite();
  const AcceptInvite command{token.value_or(""), services.leagues.next_label(id)};
  const LeagueAct act = services.leagues.act(id, command, call.user, call.at);
  const bool in = find_member(*services.leagues.find(id), call.user) != nullptr;
  const auto* done = std::get_if<LeagueDone>(&act);
  if (done == nullptr && !in) return *undone(league, act);
  return joined(services, id, call, done == nullptr || done->events.empty());
}

// To look on, where the league lets anybody.
Answer look_on(const LeagueServices& services, const League& league, const Call& call) {
  const LeagueId id = league.id;
  const JoinLeague command{services.leagues.next_label(id), LeagueRole::kSpectator};
  const LeagueAct act = services.leagues.act(id, command, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  return joined(services, id, call, std::get<LeagueDone>(act).events.empty());
}

Answer join_by_id(const LeagueServices& services, const Call& call) {
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const std::string typed = fields.optional_text("inviteToken", kMostTyped).value_or("");
  const std::string role = fields.optional_text("role", kMostTyped).value_or("manager");
  if (role != "manager" && role != "spectator") fields.fail("role", "must be manager or spectator");
  if (!fields.faults().empty()) return malformed(fields.faults());
  const auto id = parse_id<LeagueTag>(call.places[0]);
  const League* league = id ? services.leagues.find(*id) : nullptr;
  if (league == nullptr) return unknown();
  if (role == "spectator") return look_on(services, *league, call);
  return join(services, *league, typed, call);
}

Answer join_by_token(const LeagueServices& services, const Call& call) {
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const std::string typed = fields.text("inviteToken", 1, kMostTyped);
  if (!fields.faults().empty()) return malformed(fields.faults());
  const auto token = read_invite(typed);
  const auto id = token ? services.people.league_of_invite(*token) : std::nullopt;
  const League* league = id ? services.leagues.find(*id) : nullptr;
  if (league == nullptr) return error(404, "not_found", "No league has this invite token.");
  return join(services, *league, *token, call);
}

// The commissioner removes somebody; anybody else may leave.
Answer remove_member(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const auto who = parse_id<ActorTag>(call.places[1]);
  if (!who) return unknown();
  const bool self = *who == call.user;
  const LeagueCommand command =
      self ? LeagueCommand(LeaveLeague{}) : LeagueCommand(RemoveMember{*who});
  const LeagueAct act = services.leagues.act(league.id, command, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  return said(self ? "Left" : "Member removed");
}

// A role is given by naming the member: this is no claim of who is asking.
Answer set_deputy(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const auto who = parse_id<ActorTag>(fields.text("userId", 1, kMostTyped));
  const bool deputy = fields.flag("deputy", true);
  if (!who && fields.faults().empty()) fields.fail("userId", "must be a UUID in lower case");
  if (!fields.faults().empty()) return malformed(fields.faults());
  const LeagueMember* member = find_member(league, *who);
  if (member == nullptr || !has_seat(member->role)) return unknown();
  const LeagueRole role = deputy ? LeagueRole::kDeputy : LeagueRole::kManager;
  const LeagueAct act = services.leagues.act(league.id, GiveRole{*who, role}, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  return said(deputy ? "Deputy named" : "No longer a deputy");
}

Answer add_bots(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const League& league = std::get<Entrance>(entered).league;
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const auto count = static_cast<std::uint32_t>(fields.integer("count", 1, kMostBots));
  if (!fields.faults().empty()) return malformed(fields.faults());
  std::vector<LeagueCommand> commands;
  for (std::uint32_t i = 0; i < count; ++i) {
    commands.push_back(AddBot{draw_id<ActorId>(), services.leagues.next_bot_label(league.id, i)});
  }
  const LeagueAct act = services.leagues.act_all(league.id, commands, call.user, call.at);
  if (const auto no = undone(league, act)) return *no;
  return said(fmt::format("{} joined", count == 1 ? "1 bot" : fmt::format("{} bots", count)));
}

}  // namespace

Routes member_routes(const LeagueServices& services) {
  Routes routes;
  routes.push_back(league_route(services, "POST", "/leagues/join", join_by_token));
  routes.push_back(league_route(services, "POST", "/leagues/{id}/join", join_by_id));
  for (Route& route : routes) {
    route.per_user = Limited::kJoinUser;
    route.per_address = Limited::kJoinAddress;
  }
  routes.push_back(league_route(services, "DELETE", "/leagues/{id}/members/{user}", remove_member));
  routes.push_back(league_route(services, "POST", "/leagues/{id}/deputy", set_deputy));
  routes.push_back(league_route(services, "POST", "/leagues/{id}/bots", add_bots));
  return routes;
}

}  // namespace pilot
