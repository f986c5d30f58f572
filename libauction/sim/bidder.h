// A bidder: a made-up manager who is asked what to do about a lot, and when.
//
// It knows what a person at the table knows (Facts) and nothing of the state behind it: no hidden
// order, no other purse. Its answer is a plan: be out of this lot, wait for something to happen, or
// bid at a time. It is asked when the lot opens, when it was outbid or refused, when its money
// moved, while it waits at every bid, and when its moment has come but the price has passed what
// the plan allows. A plan stands otherwise: whoever was about to raise a hand still does.
//
//   struct Stubborn final : Bidder {
//     Plan plan(const Facts& facts, SplitMix64&) const override {
//       if (facts.next_bid > facts.worth) return out();
//       return bid(facts.now + seconds(1), {.up_to = facts.worth});
//     }
//   };
//
// Bidders are immutable, so threads and auctions may share one. Whole numbers only: the same seed
// gives the same auction on every machine.
#pragma once

#include <memory>
#include <vector>

#include "libauction/base/random.h"
#include "libauction/lot/lot.h"

namespace auction {

struct Facts {
  std::uint64_t seq = 0;  // the auction's events so far

  // The lot, as seen at `now`.
  LotNumber lot;
  AssetSlot asset;
  ManagerSlot leader = kNoManager;  // never the one asked
  Money price;                      // 0: no bid yet
  Money next_bid;                   // the least that will do; at most `limit`
  Instant now;
  Instant ends_at;

  // The one asked.
  ManagerSlot me;
  Money limit;  // the most the rules allow on this lot
  Money free;   // purse less the amounts led elsewhere
  std::uint16_t places_left = 0;
  std::uint16_t my_bids = 0;    // on this lot so far
  std::uint32_t lots_left = 0;  // open and queued

  // What it may be worth.
  Money worth;             // the table's opinion, the same for everybody
  std::uint64_t luck = 0;  // random, but always the same for this manager and asset
};

struct Terms {
  Money amount{};         // lowered to a rung and to the limit; below next_bid (0): next_bid
  Money up_to{};          // if others are quicker: the plan stands while next_bid is not above
  bool from_end = false;  // the time moves with the end of the clock
};

struct Plan {
  enum class Action : std::uint8_t { kOut, kWait, kBid, kAsk };

  Action action = Action::kWait;
  Instant at;  // of the bid; before `now` counts as now
  Terms terms;
};

constexpr Plan out() { return {Plan::Action::kOut, {}, {}}; }    // not asked again about this lot
constexpr Plan wait() { return {Plan::Action::kWait, {}, {}}; }  // until something changes
constexpr Plan bid(Instant at, Terms terms) { return {Plan::Action::kBid, at, terms}; }
constexpr Plan ask() { return {Plan::Action::kAsk, {}, {}}; }  // see Outside

class Bidder {
 public:
  virtual ~Bidder() = default;

  // Asked only when a bid could be legal. `chance` is the auction's own generator.
  virtual Plan plan(const Facts& facts, SplitMix64& chance) const = 0;
};

// A bidder whose plans come from outside, a person's or a learner's: the simulation stops and hands
// over the facts (Simulator::questions), and goes on when it is answered.
struct Outside final : Bidder {
  Plan plan(const Facts&, SplitMix64&) const override { return ask(); }
};

// One a seat, in the seats' order.
using Bidders = std::vector<std::shared_ptr<const Bidder>>;

// Uniform in [least, most] from random bits, without a division (bias below 2^-32 * the range).
constexpr std::int64_t spread(std::uint64_t bits, std::int64_t least, std::int64_t most) {
  const auto range = static_cast<std::uint64_t>(most - least) + 1;
  return least + static_cast<std::int64_t>(((bits >> 32) * range) >> 32);
}

// amount * permille / 1000, rounded down, never beyond kMaxMoney. permille in 0..100,000.
constexpr Money scaled(Money amount, std::int64_t permille) {
  const std::int64_t whole = amount.units / 1000;
  if (whole > 0 && permille > kMaxMoney.units / (whole + 1)) return kMaxMoney;
  return {whole * permille + amount.units % 1000 * permille / 1000};
}

}  // namespace auction
