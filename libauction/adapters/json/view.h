// A view as JSON: everything a client shows, with names beside the numbers.
//
//   {"seq":141,"serverNow":1760640012345,"status":"running","phase":"lot_open","reason":null,
//    "opensAt":null,"requestsEndAt":null,
//    "lots":[{"lotNumber":8,"asset":Asset,"round":1,"reoffer":false,"basePrice":1000000,
//      "currentBid":12000000,"leader":1,"bidCount":4,"nextBid":12100000,"extensions":1,
//      "openedAt":1760640000000,"endsAt":1760640030000,"remainingMs":17655,
//      "bids":[{"manager":1,"amount":12000000,"seq":140,"at":1760640010000}],
//      "maxBids":[454000000,498000000]}],
//    "managers":[{"manager":0,"label":"Reds","purse":455000000,"spent":45000000,"slotsUsed":1,
//      "slotsLeft":2,"squad":[{"asset":Asset,"price":45000000,"lotNumber":2}]}],
//    "progress":{"totalLots":36,"sold":6,"unsold":1,"remaining":28,"round":1},
//    "upcoming":[Asset],
//    "closed":[{"lotNumber":2,"asset":Asset,"outcome":"sold","how":"hammer","winner":0,"round":1,
//      "price":45000000,"bidCount":5,"openedAt":1760639900000}],
//    "viewer":0,"requested":[Asset]}
//   Asset: {"asset":3,"externalId":"ARS","name":"Arsenal"}
//
// Words and names are the pilot's; times are Unix milliseconds. Open lots are not in `closed`.
#pragma once

#include <string>

#include "libauction/auction/view.h"

namespace auction {

// The set-up must be the one the view was made under.
std::string to_json(const View& view, const Setup& setup);

}  // namespace auction
