// A small auction for the tests of the engine: teams Reds, Blues and Greens, clubs of the pilot, no
// log.
//
//   AuctionTable table;                                   // pilot rules, begun, lot 1 open
//   CHECK(table.bid(reds, 1, 5'000'000) == "accepted");
#pragma once

#include <string>

#include "libauction/auction/invariants.h"
#include "libauction/auction/settle.h"
#include "libauction/auction/view.h"
#include "libauction/rules/presets.h"

namespace auction {

inline constexpr ManagerSlot reds{0};
inline constexpr ManagerSlot blues{1};
inline constexpr ManagerSlot greens{2};
inline constexpr Actor kTheCommissioner{kNoManager, true, false};
inline constexpr Seed kSeed{};

inline RuleSet pilot_rules() {
  RuleSet rules = *preset("pilot-football");
  rules.opening.waiting_room = true;
  rules.order = {OrderKind::kGiven, false};
  return rules;
}

inline Setup table_setup(const RuleSet& rules, std::size_t assets = 4) {
  Setup setup;
  setup.auction = {1, 1};
  setup.rules = Shared<RuleSet>(rules);
  Catalogue catalogue;
  for (std::uint64_t i = 0; i < assets; ++i) {
    Asset asset;
    asset.id = {2, i + 1};
    asset.external_id = asset.name = std::string(1, static_cast<char>('A' + i));
    asset.attributes = {{"country", i % 2 == 0 ? "England" : "India"}};
    catalogue.assets.push_back(asset);
  }
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (std::uint64_t i = 0; i < 3; ++i) {
    const char* labels[] = {"Reds", "Blues", "Greens"};
    setup.participants.push_back({{3, i + 1}, labels[i], rules.budget, {}});
  }
  setup.commissioners = {{4, 1}};
  if (needs_draw(rules.order.kind)) setup.order_commitment = commitment(kSeed);
  return setup;
}

struct AuctionTable {
  State state;
  Events events;
  Instant now{1'000};

  AuctionTable() : AuctionTable(table_setup(pilot_rules())) {}
  explicit AuctionTable(const Setup& setup) {
    events.reserve(8);  // no later decision has more
    act(Create{Shared<Setup>(setup)}, kHost);
  }

  // "accepted" or the word of the refusal; the invariants are checked each time.
  std::string act(const Command& command, Actor actor) {
    settle(state, now, events);
    const auto refused = decide(state, command, {actor, now}, events);
    if (!refused) apply(state, events, now);
    settle(state, now, events);
    AUCTION_CHECK(broken_invariant(state).empty(), "the invariants hold");
    return refused ? std::string(word(refused->reason)) : "accepted";
  }

  void begin() {
    if (needs_draw(state.rules->order.kind)) act(DrawOrder{kSeed}, kHost);
    act(Open{}, kTheCommissioner);
    act(Begin{}, kTheCommissioner);
  }

  std::string bid(ManagerSlot manager, std::uint32_t lot, std::int64_t amount) {
    return act(PlaceBid{{lot}, {amount}, 0}, manager_at(manager));
  }

  void wait(std::int64_t ms) {
    now = now + Millis{ms};
    settle(state, now, events);
  }
};

}  // namespace auction
