// Events inside other messages. The writers are not called `write`: a variant can be made from many
// a field, and would be written in its place.
#pragma once

#include "libauction/adapters/json/setup_json_internal.h"
#include "libauction/auction/event.h"
#include "libauction/league/event.h"
#include "libauction/season/event.h"

namespace auction {

void read(const JsonPlace& place, Event& event);
void write_event(JsonWriter& json, const Event& event);
void write_event(JsonWriter& json, const SeasonEvent& event);
void write_event(JsonWriter& json, const LeagueEvent& event);

}  // namespace auction
