// Between the engine's types and the naive auctioneer's: set-ups and commands, word for word.
//
// The bridge translates and judges nothing. A drawn order is the one thing the naive auctioneer is
// told by the engine; that it is an order of the right assets is checked here.
#pragma once

#include "libauction/auction/command.h"
#include "libauction/auction/setup.h"
#include "tests/naive/auctioneer.h"

namespace auction {

naive::Setup to_naive(const Setup& setup, Instant at);

// `seq`: the number the command's first event would have.
naive::Act to_naive(const Command& command, const Context& context, std::uint64_t seq);

// Numbers for a promised draw (0: none) and for a person (0: nobody).
naive::Int promise_number(const Digest& commitment);
naive::Int person_number(ActorId id);

// The draw: the order comes from the engine's event, or is empty where the draw was refused.
naive::Act drawn(const DrawOrder& draw, const Context& context,
                 const std::vector<AssetSlot>& order);

// An order of exactly the offered assets, set by set where the rules say so.
bool is_legal_order(const Setup& setup, const std::vector<AssetSlot>& order);

}  // namespace auction
