// Set-ups inside other messages.
#pragma once

#include "libauction/adapters/json/place_internal.h"
#include "libauction/adapters/json/writer_internal.h"
#include "libauction/auction/setup.h"

namespace auction {

void read(const JsonPlace& place, Setup& setup);
void write(JsonWriter& json, const Setup& setup);

}  // namespace auction
