// Events as JSON: one object an event, its type first, then the fields by the names of
// auction/event_fields.h.
//
//   {"type":"BidPlaced","lotNumber":8,"manager":1,"amount":12000000}
//   {"type":"ClockExtended","lotNumber":8,"endsAt":1760640030000}
//
// Managers and assets are places in the set-up's lists, from 0. Times are Unix milliseconds, no
// time is null, no manager is null, no note is null. Nothing is lost: reading gives the same event.
#pragma once

#include <absl/status/statusor.h>

#include <span>
#include <string>
#include <string_view>

#include "libauction/auction/event.h"

namespace auction {

std::string to_json(const Event& event);
std::string to_json(std::span<const Event> events);  // a list

absl::StatusOr<Event> event_from_json(std::string_view text);

}  // namespace auction
