#include "examples/pilot/seasons/season_json.h"

#include <algorithm>
#include <cmath>

#include "examples/pilot/seasons/catch_up.h"

namespace pilot {
namespace {

// The figures' names as the tables show them.
std::string_view shown_name(std::string_view figure) {
  if (figure == "won") return "wins";
  if (figure == "run_outs") return "runOuts";
  return figure;
}

Json tie_breaks_json(const TieBreaks& names, const std::vector<std::int64_t>& values) {
  Json json = Json::object();
  for (std::size_t i = 0; i < names.size(); ++i) {
    json[std::string(shown_name(names[i]))] = values[i];
  }
  return json;
}

Json owned_json(const Season& season, const ManagerRow& row) {
  Json owned = Json::array();
  for (const Earned& earned : row.earned) {
    if (owner_at(season, earned.asset, kWholeSeason) != row.manager) continue;
    const Asset& asset = (*season.setup->catalogue)[earned.asset];
    owned.push_back({{"id", to_text(asset.id)},
                     {"name", asset.name},
                     {"points", points_json(earned.hundredths)}});
  }
  return owned;
}

ActorId person_in(const Season& season, ManagerSlot slot) {
  const ManagerId id = season.members[slot.value].id;
  return {id.hi, id.lo};
}

Json table_row(const Scene& scene, const Season& season, const ManagerRow& row,
               const TieBreaks& tie_breaks) {
  const Member& member = season.members[row.manager.value];
  Json json = person_of(scene.people, person_in(season, row.manager), member.label);
  json["rank"] = row.rank;
  json["points"] = points_json(row.hundredths);
  json["tiebreakers"] = tie_breaks_json(tie_breaks, row.tie_breaks);
  json["assetsOwned"] = owned_json(season, row);
  json["deductions"] = points_json(row.deducted);
  return json;
}

// Who left before the auction has nothing in the table and no place in it.
bool is_shown(const League& league, const Season& season, const ManagerRow& row) {
  const LeagueMember* member = find_member(league, person_in(season, row.manager));
  if (member != nullptr && has_seat(member->role)) return true;
  return row.hundredths != 0 || !row.earned.empty();
}

bool has_figures(const Season& season, AssetSlot asset) {
  return std::any_of(season.fixtures.begin(), season.fixtures.end(), [&](const Fixture& fixture) {
    return find_figures(fixture, asset) != nullptr;
  });
}

std::vector<LeaderRow> leaders(const Season& season, const RuleBook& book) {
  std::vector<LeaderRow> rows = leaderboard_of(season, book);
  std::erase_if(rows, [&](const LeaderRow& row) { return !has_figures(season, row.asset); });
  return rows;
}

const Asset* known_asset(const Season& season, AssetSlot slot) {
  const std::vector<Asset>& assets = season.setup->catalogue->assets;
  return slot.value < assets.size() ? &assets[slot.value] : nullptr;
}

// A club is an asset; a franchise is shown in the same shape.
Json team_json(std::string_view sport, const Season& season, TeamSlot slot) {
  if (slot == kNoTeam) return nullptr;
  const Team& team = season.setup->teams[slot.value];
  if (const auto asset = find_asset(*season.setup->catalogue, team.external_id)) {
    return asset_of(sport, (*season.setup->catalogue)[*asset]);
  }
  Asset shape;
  shape.id = asset_id(std::string(sport) + "-team", team.external_id);
  shape.external_id = team.external_id;
  shape.name = team.name;
  return asset_of(sport, shape);
}

Json plain_text(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

Json points_json(std::int64_t hundredths) {
  if (hundredths % 100 == 0) return hundredths / 100;
  return std::round(static_cast<double>(hundredths) / 10.0) / 10.0;
}

Json standings_json(const Scene& scene, const Season& season, const RuleBook& book, Instant at) {
  const TieBreaks tie_breaks = tie_breaks_of(book.sport);
  Json table = Json::array();
  for (const ManagerRow& row : standings_of(season, book, tie_breaks).rows) {
    if (!is_shown(scene.league, season, row)) continue;
    table.push_back(table_row(scene, season, row, tie_breaks));
  }
  return {{"leagueId", to_text(scene.league.id)},
          {"sportKey", scene.league.settings.sport},
          {"scoringBook", book.id},
          {"lastComputedAt", iso(at)},
          {"table", std::move(table)}};
}

MemberRank rank_of(const Season& season, const RuleBook& book, ActorId who) {
  const auto slot = find_season_member(season, who);
  if (!slot) return {};
  for (const ManagerRow& row : standings_of(season, book, tie_breaks_of(book.sport)).rows) {
    if (row.manager == *slot) return {row.rank, row.hundredths};
  }
  return {};
}

Json leaders_json(const Season& season, const RuleBook& book) {
  Json list = Json::array();
  for (const LeaderRow& row : leaders(season, book)) {
    list.push_back({{"playerExternalId", external_id(season, row.asset)},
                    {"totalPoints", points_json(row.hundredths)}});
  }
  return list;
}

Json leaderboard_json(const Scene& scene, const Season& season, const RuleBook& book) {
  Json list = Json::array();
  for (const LeaderRow& row : leaders(season, book)) {
    const Asset* asset = known_asset(season, row.asset);
    const ManagerSlot owner =
        asset == nullptr ? kNoManager : owner_at(season, row.asset, kWholeSeason);
    const bool owned = owner != kNoManager;
    list.push_back({{"playerExternalId", external_id(season, row.asset)},
                    {"name", asset == nullptr ? Json() : Json(asset->name)},
                    {"ownedBy", owned ? person_of(scene.people, person_in(season, owner),
                                                  season.members[owner.value].label)
                                      : Json()},
                    {"totalPoints", points_json(row.hundredths)},
                    {"updatedAt", iso(season.last_at)}});
  }
  return {{"leagueId", to_text(scene.league.id)}, {"leaderboard", std::move(list)}};
}

Json fixture_json(std::string_view sport, const Season& season, FixtureSlot slot) {
  const Fixture& fixture = season.fixtures[slot.value];
  const std::optional<Goals>& goals = fixture.result.goals;
  return {{"id", to_text(fixture_id(season, slot))},
          {"startsAt", iso(fixture.meeting.starts_at)},
          {"home", team_json(sport, season, fixture.meeting.home)},
          {"away", team_json(sport, season, fixture.meeting.away)},
          {"venue", plain_text(fixture.meeting.venue)},
          {"round", plain_text(fixture.meeting.round)},
          {"externalMatchId", plain_text(fixture.meeting.external_id)},
          {"status", word(fixture.result.status)},
          {"goalsHome", goals ? Json(goals->home) : Json()},
          {"goalsAway", goals ? Json(goals->away) : Json()},
          {"source", "csv"}};
}

std::vector<FixtureSlot> fixtures_by_start(const Season& season, std::string_view status) {
  std::vector<FixtureSlot> slots;
  for (std::uint32_t i = 0; i < season.fixtures.size(); ++i) {
    const Fixture& fixture = season.fixtures[i];
    const bool asked = status.empty() || word(fixture.result.status) == status;
    if (asked && fixture.meeting.home != kNoTeam) slots.push_back({i});
  }
  std::stable_sort(slots.begin(), slots.end(), [&](FixtureSlot a, FixtureSlot b) {
    return season.fixtures[a.value].meeting.starts_at < season.fixtures[b.value].meeting.starts_at;
  });
  return slots;
}

Instant next_start(const Season& season, Instant now) {
  Instant next = kNever;
  for (const Fixture& fixture : season.fixtures) {
    const bool to_come = fixture.result.status == FixtureStatus::kScheduled &&
                         fixture.meeting.home != kNoTeam && fixture.meeting.starts_at > now;
    if (to_come) next = earlier(next, fixture.meeting.starts_at);
  }
  return next;
}

}  // namespace pilot
