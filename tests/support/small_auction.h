// A small auction that tests of log, replay and simulation share: a few teams, a few clubs.
//
//   Setup setup = small_setup("pilot-football");       // Reds, Blues, Greens; Arsenal, Chelsea,
//   ... Kept kept = kept_auction(setup, "*=valuing", 7);    // played to its end, with its log
#pragma once

#include <string_view>

#include "libauction/log/memory_log.h"
#include "libauction/sim/simulate.h"

namespace auction {

Setup small_setup(std::string_view preset, std::size_t managers = 3, std::size_t assets = 5);
Setup small_setup(RuleSet rules, std::size_t managers = 3, std::size_t assets = 5);

AuctionId small_auction_id();
ManagerId manager_id(std::size_t seat);
ActorId actor_id(std::size_t seat);
ActorId commissioner_id();

struct Kept {
  std::vector<Record> records;
  State state;
  Head head;
};

// Created, begun and played by a line-up, in a book.
Kept kept_auction(const Setup& setup, std::string_view lineup, std::uint64_t seed);

}  // namespace auction
