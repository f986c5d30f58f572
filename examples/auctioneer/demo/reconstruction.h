// The reconstruction: bids that lead from each base price to the published price, each one judged
// by the engine.
//
// A player sold at the base price had one bid, the buyer's. Above it, two franchises take turns on
// consecutive rungs of the ladder, the buyer last: the buyer, and a rival who can legally place
// each bid that falls to it. Who the rival really was is in no source; the prices are facts.
#pragma once

#include "examples/auctioneer/demo/facts.h"
#include "libauction/log/book.h"

namespace auction::demo {

// Told of each instant before anything is done at it. A demo that nobody watches does not wait.
using Wait = std::function<void(Instant)>;

// Plays the whole auction. A bid that the engine refuses, or a lot without a legal rival, is a
// cli::Stop that says so: the published result would not be legal.
void play(Book& book, const Facts& facts, Instant start, const Wait& wait);

// base, next rung, ... price; empty if the price is on no rung.
std::vector<Money> rungs(const Ladder& ladder, Money base, Money price);

// Of those who can pay `amount` on this lot, the one with the most room, but for the buyer.
ManagerSlot rival_of(const State& state, const OpenLot& lot, ManagerSlot buyer, Money amount);

}  // namespace auction::demo
