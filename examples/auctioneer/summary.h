// What an auction came to, for people and for programs. A fold of the state, nothing more.
#pragma once

#include <nlohmann/json.hpp>

#include "examples/auctioneer/screen.h"
#include "libauction/auction/state.h"
#include "libauction/log/chain.h"

namespace auction::cli {

using Json = nlohmann::ordered_json;

struct LotCounts {
  std::uint32_t lots = 0;  // offerings that were concluded
  std::uint32_t sold = 0;
  std::uint32_t unsold = 0;
  std::uint32_t withdrawn = 0;
  std::uint32_t voided = 0;
  std::uint64_t bids = 0;
};
LotCounts count_lots(const State& state);

// {"auction":…,"status":…,"reason":…,"seq":…,"head":…,"digest":…,"lots":{…},"managers":[…]}
Json summary_json(const State& state, const Head& head);

// A line a manager: label, squad, spent, purse.
void print_managers(Screen& screen, const State& state);

// "completed (all_lots_done)", with the counts, seq, head and digest below it.
void print_end(Screen& screen, const State& state, const Head& head);

std::string money_text(const State& state, Money amount);
const std::string& label_of(const State& state, ManagerSlot manager);

// JSON to standard output, indented.
void print_json(Screen& screen, const Json& json);

}  // namespace auction::cli
