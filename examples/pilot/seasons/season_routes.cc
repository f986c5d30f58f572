#include "examples/pilot/seasons/season_routes.h"

#include <fmt/format.h>

#include "examples/pilot/api/page.h"
#include "examples/pilot/seasons/season_desk_internal.h"
#include "examples/pilot/seasons/upload.h"
#include "libauction/adapters/ical/calendar_file.h"
#include "libauction/adapters/json/json_fault.h"
#include "libauction/adapters/json/rule_book.h"
#include "libauction/adapters/results/overrides.h"
#include "libauction/scoring/rule_books.h"

namespace pilot {
namespace {

constexpr std::int64_t kMostGoalsHere = 99;
constexpr std::size_t kWhole = 100'000;  // more fixtures than a log holds in practice
constexpr std::size_t kMostFixturePage = 100;

Answer fixtures(const SeasonDesk& desk) {
  std::vector<Fault> faults;
  const Page page = read_page(desk.call, "limit", kWhole, kMostFixturePage, faults);
  const std::string_view status = query_text(desk.call, "status");
  if (!status.empty() && (!fixture_status(status) || status == "abandoned")) {
    faults.push_back({"/status", "must be scheduled, live or final"});
  }
  if (!faults.empty()) return malformed(faults);
  const Season season = desk.shown();
  const std::vector<FixtureSlot> slots = fixtures_by_start(season, status);
  Json list = Json::array();
  for (std::size_t i = page.begin(slots.size()); i < page.end(slots.size()); ++i) {
    list.push_back(fixture_json(desk.league.settings.sport, season, slots[i]));
  }
  return json_answer(
      200, {{"fixtures", std::move(list)}, {"pagination", pagination(page, slots.size())}});
}

Answer calendar(const SeasonDesk& desk) {
  const Season season = desk.shown();
  CalendarOptions options;
  options.name = desk.league.settings.name;
  options.stamp = season.last_at;
  return {.status = 200,
          .body = calendar_file(season, options),
          .content_type = "text/calendar; charset=utf-8",
          .headers = {{"Content-Disposition", "attachment; filename=\"fixtures.ics\""}}};
}

Answer leaderboard(const SeasonDesk& desk) {
  return json_answer(200, leaderboard_json(desk.services.scene(desk.league), desk.shown(),
                                           scoring_book(desk.league)));
}

// The table is anybody's where the league shares it.
Answer standings(const LeagueServices& services, const Call& call) {
  const auto id = parse_id<LeagueTag>(call.places[0]);
  const League* league = id ? services.leagues.find(*id) : nullptr;
  if (league == nullptr) return unknown();
  const bool member = find_member(*league, call.user) != nullptr;
  if (!member && !league->settings.is_table_shared) return unknown();
  return SeasonDesk{services, *league, call}.standings();
}

std::optional<FixtureResult> read_score(Fields& fields) {
  FixtureResult result;
  Goals goals;
  goals.home = static_cast<std::int32_t>(fields.integer("goalsHome", 0, kMostGoalsHere));
  goals.away = static_cast<std::int32_t>(fields.integer("goalsAway", 0, kMostGoalsHere));
  const auto named = fields.optional_text("status", 20);
  const auto status = fixture_status(named.value_or("final"));
  if (!status || *status == FixtureStatus::kAbandoned) {
    fields.fail("status", "must be scheduled, live or final");
    return std::nullopt;
  }
  result.status = *status;
  if (*status != FixtureStatus::kScheduled) result.goals = goals;
  return result;
}

// The fixture names the league; only then it is known who is asking.
Answer set_score(const LeagueServices& services, const Call& call) {
  const auto id = parse_id<FixtureTag>(call.places[0]);
  const auto place = id ? services.seasons.place_of(*id) : std::nullopt;
  if (!place) return unknown();
  Call in_league = call;
  in_league.places = {to_text(place->league)};
  const auto entered = enter(services, in_league, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const auto body = read_object(call);
  if (const auto* no = std::get_if<Answer>(&body)) return *no;
  Fields fields(std::get<Json>(body));
  const auto result = read_score(fields);
  if (!fields.faults().empty()) return malformed(fields.faults());

  const SeasonDesk desk{services, std::get<Entrance>(entered).league, call};
  const SetResult command{place->slot, *result, {}};
  if (!desk.try_out(command).events.empty()) {
    const SeasonAct act = desk.act(command);
    if (const auto* failure = std::get_if<StorageFailure>(&act)) return unavailable(*failure);
    desk.tell_fixtures(1);
    tell_standings(desk.services, desk.league, desk.call.at);
  }
  return json_answer(200, fixture_json(desk.league.settings.sport, desk.shown(), place->slot));
}

// The book's text with the league's numbers; or the usual book, where they are cleared.
std::variant<std::string, Answer> book_with(const League& league, const std::string& body) {
  const auto overrides = overrides_from_json(body);
  if (!overrides.ok()) {
    const auto fault = auction::json_fault(overrides.status());
    if (!fault) return malformed({{"", "cannot be read"}});
    return malformed({{fault->pointer, fault->message}});
  }
  const std::string usual(usual_book(league.settings.sport));
  if (!*overrides) return usual;
  return auction::to_json(with_overrides(*rule_book(usual), **overrides));
}

Answer set_overrides(const LeagueServices& services, const Call& call) {
  const auto entered = enter(services, call, LeagueRole::kCommissioner);
  if (const auto* no = std::get_if<Answer>(&entered)) return *no;
  const Entrance& here = std::get<Entrance>(entered);
  if (here.league.settings.sport != "cricket") {
    return error(409, "wrong_sport", "Overrides are for cricket.");
  }
  const auto book = book_with(here.league, call.body);
  if (const auto* no = std::get_if<Answer>(&book)) return *no;
  const LeagueAct act = services.leagues.act(
      here.league.id, ChooseBook{std::get<std::string>(book)}, call.user, call.at);
  if (const auto no = undone(here.league, act)) return *no;
  const SeasonDesk desk{services, here.league, call};
  if (!std::get<LeagueDone>(act).events.empty())
    tell_standings(desk.services, desk.league, desk.call.at);
  return json_answer(200, league_json(services, here, call.at));
}

// The table is a fold and cannot be stale; what is stored is brought up to what it says.
Answer recompute(const SeasonDesk& desk) {
  const SeasonAct act = desk.services.seasons.settle(desk.league, desk.auction(), desk.call.at);
  if (const auto* failure = std::get_if<StorageFailure>(&act)) return unavailable(*failure);
  tell_standings(desk.services, desk.league, desk.call.at);
  return desk.standings();
}

template <class Handle>
auto in_season(const LeagueServices& services, LeagueRole least, Handle handle) {
  return at_once([services, least, handle](const Call& call) -> Answer {
    const auto entered = enter(services, call, least);
    if (const auto* no = std::get_if<Answer>(&entered)) return *no;
    return handle(SeasonDesk{services, std::get<Entrance>(entered).league, call});
  });
}

void add_imports(Routes& routes, const LeagueServices& services) {
  routes.push_back({.method = "POST",
                    .path = "/leagues/{id}/fixtures/import-csv",
                    .handle = in_season(services, LeagueRole::kCommissioner, import_fixtures),
                    .per_user = Limited::kImportUser,
                    .most_body = kMostUploadBytes});
  routes.push_back({.method = "POST",
                    .path = "/scoring/{id}/ingest",
                    .handle = in_season(services, LeagueRole::kCommissioner, ingest_scores),
                    .per_user = Limited::kImportUser,
                    .most_body = kMostUploadBytes});
}

}  // namespace

Answer SeasonDesk::standings() const {
  const Season season = shown();
  const bool written = services.seasons.find(league) != nullptr;
  const Instant at = written ? season.last_at : services.leagues.created_at(league.id);
  return json_answer(200, standings_json(services.scene(league), season, scoring_book(league), at));
}

void SeasonDesk::tell_fixtures(std::size_t changed) const {
  services.live.to_league(league.id, "fixtures_updated",
                          text_of({{"leagueId", to_text(league.id)}, {"countChanged", changed}}));
}

void tell_standings(const LeagueServices& services, const League& league, Instant at) {
  services.live.to_league(league.id, "standings_updated",
                          text_of({{"leagueId", to_text(league.id)}, {"at", iso(at)}}));
}

Routes season_routes(const LeagueServices& services) {
  constexpr LeagueRole kMember = LeagueRole::kSpectator;
  Routes routes;
  routes.push_back(
      {"GET", "/leagues/{id}/fixtures", Who::kSignedIn, in_season(services, kMember, fixtures)});
  routes.push_back({"GET", "/leagues/{id}/fixtures.ics", Who::kSignedIn,
                    in_season(services, kMember, calendar)});
  routes.push_back({"GET", "/scoring/{id}/leaderboard", Who::kSignedIn,
                    in_season(services, kMember, leaderboard)});
  routes.push_back({"GET", "/leagues/{id}/standings", Who::kAnyone,
                    at_once([services](const Call& call) { return standings(services, call); })});
  routes.push_back({"PATCH", "/fixtures/{id}/score", Who::kSignedIn,
                    at_once([services](const Call& call) { return set_score(services, call); })});
  routes.push_back(
      {"PUT", "/leagues/{id}/scoring-overrides", Who::kSignedIn,
       at_once([services](const Call& call) { return set_overrides(services, call); })});
  routes.push_back({"POST", "/leagues/{id}/score/recompute", Who::kSignedIn,
                    in_season(services, LeagueRole::kCommissioner, recompute)});
  add_imports(routes, services);
  return routes;
}

void keep_squads(const LeagueServices& services, std::function<Instant()> clock) {
  services.auctions.when_ended([services, clock](const League& league, const State& state) {
    // A failure is made good by whatever is written next: that catches the season up first.
    const Instant now = clock();
    const SeasonAct act = services.seasons.settle(league, &state, now);
    const auto* done = std::get_if<SeasonDone>(&act);
    if (done != nullptr && !done->events.empty()) tell_standings(services, league, now);
  });
}

}  // namespace pilot
