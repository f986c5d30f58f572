#include "libauction/adapters/json/season_event.h"

#include "libauction/adapters/json/event_json_internal.h"
#include "libauction/adapters/json/setup_fields_internal.h"
#include "libauction/adapters/json/tagged_internal.h"
#include "libauction/season/event_fields.h"

namespace auction {

Words words_of(FixtureStatus) {
  static const std::array<std::string_view, 4> kWords{
      word(FixtureStatus::kScheduled), word(FixtureStatus::kLive), word(FixtureStatus::kFinal),
      word(FixtureStatus::kAbandoned)};
  return kWords;
}

void read(const JsonPlace& place, TeamSlot& team) {
  team = kNoTeam;
  if (place.value().is_null()) return;
  team.value = static_cast<std::uint16_t>(place.integer(0, kNoTeam.value - 1));
}
void write(JsonWriter& json, const TeamSlot& team) {
  team == kNoTeam ? json.null() : json.value(team.value);
}
void write(JsonWriter& json, const FixtureSlot& fixture) { json.value(fixture.value); }

void fields(SetupPart<Team> auto& team, auto& each) {
  each("externalId", team.external_id);
  each("name", team.name);
}
void fields(SetupPart<Member> auto& member, auto& each) {
  each("id", member.id);
  each("label", member.label);
}

void read(const JsonPlace& place, SeasonSetup& setup) {
  Catalogue catalogue;
  JsonMembers each(place, JsonMembers::Missing::kRefused);
  each("season", setup.season);
  each("name", setup.name);
  each("assets", catalogue.assets);
  each("teams", setup.teams);
  each("managers", setup.members);
  each("figures", setup.figures);
  each("book", setup.book);
  each.finish();
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
}

void write(JsonWriter& json, const SeasonSetup& setup) {
  json.object([&] {
    json("season", setup.season);
    json("name", setup.name);
    json("assets", setup.catalogue->assets);
    json("teams", setup.teams);
    json("managers", setup.members);
    json("figures", setup.figures);
    json("book", setup.book);
  });
}

void write_event(JsonWriter& json, const SeasonEvent& event) {
  write_tagged(json, season_event_name(type_number(event)), event);
}

std::string to_json(const SeasonEvent& event) {
  return json_text([&](JsonWriter& json) { write_event(json, event); });
}

std::string to_json(std::span<const SeasonEvent> events) {
  return json_text([&](JsonWriter& json) {
    json.list(events, [&](const SeasonEvent& event) { write_event(json, event); });
  });
}

absl::StatusOr<SeasonEvent> season_event_from_json(std::string_view text) {
  return tagged_from_json<SeasonEvent>(text, season_event_name);
}

}  // namespace auction
