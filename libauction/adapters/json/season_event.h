// Season events as JSON: one object an event, its type first, then the fields by the names of
// season/event_fields.h.
//
//   {"type":"ResultSet","fixture":0,"status":"final","goals":{"home":9,"away":2},"note":""}
//   {"type":"OwnerSet","asset":4,"from":1736899200000,"manager":1}
//
// Fixtures, teams, assets and managers are places in the season's lists, from 0. Times are Unix
// milliseconds; no team and no manager is null. Nothing is lost: reading gives the same event.
#pragma once

#include <absl/status/statusor.h>

#include <span>
#include <string>
#include <string_view>

#include "libauction/season/event.h"

namespace auction {

std::string to_json(const SeasonEvent& event);
std::string to_json(std::span<const SeasonEvent> events);  // a list

absl::StatusOr<SeasonEvent> season_event_from_json(std::string_view text);

}  // namespace auction
