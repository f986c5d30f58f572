// League events as JSON: one object an event, its type first, then the fields by the names of
// league/event_fields.h.
//
//   {"type":"MemberEntered","member":"<uuid>","label":"Reds","role":"manager","bot":false,"invite":1}
//   {"type":"InviteMade","number":1,"hash":"5e...","role":"manager","mostUses":8,"expiresAt":null}
//
// Times are Unix milliseconds, no time is null; hashes are lower-case hexadecimal. Nothing is lost:
// reading gives the same event.
#pragma once

#include <absl/status/statusor.h>

#include <span>
#include <string>
#include <string_view>

#include "libauction/league/event.h"

namespace auction {

std::string to_json(const LeagueEvent& event);
std::string to_json(std::span<const LeagueEvent> events);  // a list

absl::StatusOr<LeagueEvent> league_event_from_json(std::string_view text);

}  // namespace auction
