#include "libauction/adapters/json/league_event.h"

#include "libauction/adapters/json/event_json_internal.h"
#include "libauction/adapters/json/rule_set_json_internal.h"
#include "libauction/adapters/json/tagged_internal.h"
#include "libauction/league/event_fields.h"

namespace auction {

Words words_of(LeagueRole) {
  static const std::array<std::string_view, 4> kWords{
      word(LeagueRole::kSpectator), word(LeagueRole::kManager), word(LeagueRole::kDeputy),
      word(LeagueRole::kCommissioner)};
  return kWords;
}

Words words_of(AuctionFate) {
  static const std::array<std::string_view, 3> kWords{
      word(AuctionFate::kUnfinished), word(AuctionFate::kCompleted), word(AuctionFate::kCancelled)};
  return kWords;
}

void write_event(JsonWriter& json, const LeagueEvent& event) {
  write_tagged(json, league_event_name(type_number(event)), event);
}

std::string to_json(const LeagueEvent& event) {
  return json_text([&](JsonWriter& json) { write_event(json, event); });
}

std::string to_json(std::span<const LeagueEvent> events) {
  return json_text([&](JsonWriter& json) {
    json.list(events, [&](const LeagueEvent& event) { write_event(json, event); });
  });
}

absl::StatusOr<LeagueEvent> league_event_from_json(std::string_view text) {
  return tagged_from_json<LeagueEvent>(text, league_event_name);
}

}  // namespace auction
