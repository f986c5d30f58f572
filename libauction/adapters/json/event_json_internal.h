// Events inside other messages.
#pragma once

#include "libauction/adapters/json/setup_json_internal.h"
#include "libauction/auction/event.h"

namespace auction {

void read(const JsonPlace& place, Event& event);
void write(JsonWriter& json, const Event& event);

}  // namespace auction
