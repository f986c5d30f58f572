#include "examples/pilot/leagues/league_json.h"

#include <algorithm>

#include "examples/pilot/leagues/league_plan.h"
#include "examples/pilot/seasons/scoring_book.h"
#include "examples/pilot/seasons/season_json.h"

namespace pilot {
namespace {

Json warning_json(std::string_view code, std::string_view message) {
  return {{"code", code}, {"message", message}};
}

// Lint's advice, and whether there is enough to sell.
Json warnings_json(const League& league, const RuleSet& rules) {
  Json warnings = Json::array();
  for (const Finding& finding : lint(rules)) {
    warnings.push_back(warning_json(finding.code, finding.pointer + ' ' + finding.message));
  }
  const std::size_t wanted = std::size_t{league.settings.max_managers} * rules.squad.max;
  const std::size_t chosen = league.choices.assets.size();
  if (chosen < wanted) {
    warnings.push_back(warning_json(
        "too_few_assets", "A full league has " + std::to_string(wanted) + " places to fill, and " +
                              std::to_string(chosen) + " are on offer"));
  }
  return warnings;
}

Json invite_json(const LeagueServices& services, const Entrance& entered) {
  if (!has_seat(entered.self.role)) return nullptr;
  const auto token = services.people.invite_of(entered.league.id);
  return token ? Json(*token) : Json();
}

Json managers_line(const LeagueServices& services, const League& league, const LeagueMember& member,
                   const State* state) {
  const Scene scene = services.scene(league);
  if (state != nullptr) {
    if (const auto slot = find_manager(*state, {member.id.hi, member.id.lo})) {
      return participant_of(scene, *state, *slot);
    }
  }
  return participant_of(scene, member, plan_of(league).rules);
}

// A squad as summaries show it: {"id","name","price"}.
Json bought_json(const Json& manager) {
  Json squad = Json::array();
  for (const Json& held : manager.at("squad")) {
    squad.push_back(
        {{"id", held.at("assetId")}, {"name", held.at("name")}, {"price", held.at("price")}});
  }
  return squad;
}

Json instant_json(Instant at) { return at == kNever ? Json() : Json(iso(at)); }

Json summary_line(const Json& manager) {
  return {{"userId", manager.at("userId")},
          {"displayName", manager.at("displayName")},
          {"role", manager.at("role")},
          {"purse", manager.at("purse")},
          {"squad", bought_json(manager)}};
}

}  // namespace

const State* auction_state(const LeagueServices& services, const League& league, Instant now) {
  const auto id = auction_shown(league);
  return id ? services.auctions.find(*id, now) : nullptr;
}

Json league_json(const LeagueServices& services, const Entrance& entered, Instant now) {
  const League& league = entered.league;
  const RuleSet rules = plan_of(league).rules;
  Json json{{"id", to_text(league.id)},
            {"name", league.settings.name},
            {"sportKey", league.settings.sport},
            {"status", services.auctions.status_of(league, now)},
            {"commissioner", commissioner_json(services.scene(league))},
            {"myRole", word(entered.self.role)}};
  json["minManagers"] = league.settings.min_managers;
  json["maxManagers"] = league.settings.max_managers;
  add_rules(json, rules);
  json["spectators"] = league.settings.spectators;
  json["shareTable"] = league.settings.is_table_shared;
  json["preset"] = rules.name.empty() ? Json() : Json(rules.name);
  json["minimumBid"] = rules.english.minimum.units;
  json["bidStep"] = rules.english.ladder.bands.front().step.units;
  json["reservePerSlot"] = rules.squad.reserve_per_slot.units;
  json["inviteToken"] = invite_json(services, entered);
  json["memberCount"] = league.members.size();
  json["assetsSelected"] = league.choices.assets.size();
  json["assetsTotal"] = services.assets.of(league.settings.sport).size();
  json["activeAuctionId"] = auction_id_json(league);
  json["scoringOverrides"] = overrides_json(scoring_book(league));
  json["warnings"] = warnings_json(league, rules);
  json["createdAt"] = iso(services.leagues.created_at(league.id));
  return json;
}

Json commissioner_json(const Scene& scene) {
  for (const LeagueMember& member : scene.league.members) {
    if (member.role == LeagueRole::kCommissioner) return person_of(scene, member.id);
  }
  return nullptr;
}

Json managers_json(const LeagueServices& services, const League& league, Instant now) {
  const State* state = auction_state(services, league, now);
  Json lines = Json::array();
  for (const LeagueMember& member : league.members) {
    if (has_seat(member.role)) lines.push_back(managers_line(services, league, member, state));
  }
  const std::size_t seats = state == nullptr ? 0 : state->seats.size();
  for (std::size_t i = 0; i < seats; ++i) {
    if (find_member(league, id_of(state->setup->participants[i])) != nullptr) continue;
    const ManagerSlot slot{static_cast<std::uint8_t>(i)};
    lines.push_back(participant_of(services.scene(league), *state, slot));
  }
  return lines;
}

Json manager_json(const LeagueServices& services, const Entrance& entered, Instant now) {
  return managers_line(services, entered.league, entered.self,
                       auction_state(services, entered.league, now));
}

Json summary_json(const LeagueServices& services, const Entrance& entered, Instant now) {
  const League& league = entered.league;
  const RuleSet rules = plan_of(league).rules;
  Json mine = Json::array();
  Json left = nullptr;
  Json managers = Json::array();
  for (const Json& manager : managers_json(services, league, now)) {
    managers.push_back(summary_line(manager));
    if (manager.at("userId") != to_text(entered.self.id)) continue;
    mine = bought_json(manager);
    left = manager.at("purse");
  }
  return {{"leagueId", to_text(league.id)},
          {"name", league.settings.name},
          {"sportKey", league.settings.sport},
          {"status", services.auctions.status_of(league, now)},
          {"commissioner", commissioner_json(services.scene(league))},
          {"auctionId", auction_id_json(league)},
          {"yourRoster", std::move(mine)},
          {"yourBudgetRemaining", std::move(left)},
          {"totalBudget", rules.budget.units},
          {"clubSlots", rules.squad.max},
          {"timerSeconds", timer_seconds(rules)},
          {"antiSnipeSeconds", anti_snipe_seconds(rules)},
          {"managers", std::move(managers)}};
}

Json competition_json(const LeagueServices& services, const Entrance& entered, Instant now) {
  const League& league = entered.league;
  const RuleSet rules = plan_of(league).rules;
  const bool seated = has_seat(entered.self.role);
  const Json mine = seated ? manager_json(services, entered, now) : Json();
  const Season season = services.seasons.shown(league, auction_state(services, league, now));
  const MemberRank place = rank_of(season, scoring_book(league), entered.self.id);
  const bool started = auction_shown(league).has_value();
  return {{"leagueId", to_text(league.id)},
          {"name", league.settings.name},
          {"sportKey", league.settings.sport},
          {"status", services.auctions.status_of(league, now)},
          {"auctionId", auction_id_json(league)},
          {"role", word(entered.self.role)},
          {"assetsOwned", seated ? bought_json(mine) : Json::array()},
          {"purse", seated ? mine.at("purse") : Json()},
          {"slotsLeft", seated ? mine.at("slotsLeft") : Json()},
          {"managersCount", seats_taken(league)},
          {"timerSeconds", timer_seconds(rules)},
          {"antiSnipeSeconds", anti_snipe_seconds(rules)},
          {"rank", place.rank == 0 ? Json() : Json(place.rank)},
          {"points", points_json(place.hundredths)},
          {"startsAt", started ? instant_json(services.leagues.linked_at(league.id)) : Json()},
          {"nextFixtureAt", instant_json(next_start(season, now))}};
}

Instant last_activity(const LeagueServices& services, const League& league, Instant now) {
  Instant at = league.last_at;
  if (const State* state = auction_state(services, league, now)) at = later(at, state->last_at);
  if (const Season* season = services.seasons.find(league)) at = later(at, season->last_at);
  return at;
}

}  // namespace pilot
