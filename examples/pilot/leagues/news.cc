// What a league's room hears, after the commit.
#include "examples/pilot/auctions/payload.h"
#include "examples/pilot/leagues/league_json.h"
#include "examples/pilot/leagues/league_routes.h"
#include "libauction/base/match.h"

namespace pilot {
namespace {

class News {
 public:
  News(const LeagueServices& services, const League& league)
      : services_(services), league_(league) {}

  void tell(const LeagueEvents& events) {
    for (const LeagueEvent& event : events) match(event, [this](const auto& e) { on(e); });
    if (members_) send("sync_members", {{"members", members_of(services_.scene(league_))}});
    if (members_) send("participants_changed", {{"count", seats_taken(league_)}});
    if (changed_) send("league_updated", Json::object());
  }

 private:
  void on(const MemberEntered& e) {
    members_ = true;
    if (const LeagueMember* member = find_member(league_, e.member)) {
      send("member_joined", member_of(services_.scene(league_), *member));
    }
  }
  void on(const MemberLeft& e) {
    members_ = true;
    send("member_left",
         {{"userId", to_text(e.member)}, {"by", e.removed ? "commissioner" : "self"}});
    services_.live.expel(league_.id, e.member);
  }
  void on(const RoleGiven&) { members_ = changed_ = true; }
  void on(const CommissionerChanged&) { members_ = changed_ = true; }
  void on(const MemberRelabelled&) { members_ = true; }
  void on(const SettingsChanged&) { changed_ = true; }
  void on(const RulesChosen&) { changed_ = true; }
  void on(const AssetsChosen&) { changed_ = true; }
  void on(const BookChosen&) { changed_ = true; }
  void on(const InviteMade&) { changed_ = true; }
  void on(const LeagueDissolved&) { changed_ = true; }
  void on(const auto&) {}

  void send(std::string_view event, const Json& more) {
    Json json{{"leagueId", to_text(league_.id)}};
    json.update(more);
    services_.live.to_league(league_.id, event, text_of(json));
  }

  const LeagueServices& services_;
  const League& league_;
  bool members_ = false;
  bool changed_ = false;
};

}  // namespace

void tell_rooms(const LeagueServices& services) {
  services.leagues.listen([services](const League& league, const LeagueEvents& events, ActorId) {
    News(services, league).tell(events);
  });
}

Routes league_routes(const LeagueServices& services) {
  Routes routes = league_setting_routes(services);
  for (Route& route : member_routes(services)) routes.push_back(std::move(route));
  for (Route& route : league_reading_routes(services)) routes.push_back(std::move(route));
  return routes;
}

}  // namespace pilot
