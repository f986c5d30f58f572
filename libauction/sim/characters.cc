#include "libauction/sim/characters.h"

namespace auction {
namespace {

struct Reaction {
  std::int64_t least_ms;
  std::int64_t most_ms;
};
constexpr Reaction kEven{800, 2500};
constexpr Reaction kQuick{200, 600};
constexpr Reaction kSlow{2000, 5000};
constexpr Reaction kSnap{100, 300};

Millis draw(Reaction reaction, SplitMix64& chance) {
  return {spread(chance.next(), reaction.least_ms, reaction.most_ms)};
}

constexpr std::int64_t permille(std::int64_t percent) { return percent * 10; }

// A first bid is the base price: nobody gives anything away before there is a rival.
Terms towards(Money ceiling, const Facts& facts, std::int64_t raise) {
  if (facts.leader == kNoManager || raise == 0) return {facts.next_bid, ceiling};
  return {facts.next_bid + scaled(ceiling - facts.next_bid, permille(raise)), ceiling};
}

// Out above the ceiling, else a bid after a while.
Plan up_to(Money ceiling, const Facts& facts, std::int64_t raise, Reaction reaction,
           SplitMix64& chance) {
  if (facts.next_bid > ceiling) return out();
  return bid(facts.now + draw(reaction, chance), towards(ceiling, facts, raise));
}

}  // namespace

Money own_value(const Facts& facts, std::int64_t noise) {
  return scaled(facts.worth, 1000 + spread(facts.luck, -permille(noise), permille(noise)));
}

Plan Valuing::plan(const Facts& facts, SplitMix64& chance) const {
  return up_to(own_value(facts, noise), facts, raise, kEven, chance);
}

// The share changes while other lots are open, so too dear now is not too dear for good.
Plan Pacing::plan(const Facts& facts, SplitMix64& chance) const {
  const Money value = own_value(facts, noise);
  if (facts.next_bid > value) return out();
  const Money share{facts.free.units / (facts.places_left > 0 ? facts.places_left : 1)};
  const Money most = scaled(share, permille(pace));
  if (facts.next_bid > most) return wait();
  return up_to(most < value ? most : value, facts, raise, kEven, chance);
}

Plan Eager::plan(const Facts& facts, SplitMix64& chance) const {
  return up_to(scaled(own_value(facts, noise), permille(100 + over)), facts, raise, kQuick, chance);
}

Plan Timid::plan(const Facts& facts, SplitMix64& chance) const {
  if (facts.my_bids >= bids) return out();
  return up_to(scaled(own_value(facts, noise), permille(100 - under)), facts, 0, kSlow, chance);
}

Plan Sniper::plan(const Facts& facts, SplitMix64& chance) const {
  const Money value = own_value(facts, noise);
  if (facts.next_bid > value) return out();
  const Instant window = facts.ends_at + Millis{-last};
  Terms terms = towards(value, facts, raise);
  terms.from_end = window > facts.now;
  return bid(later(window, facts.now) + draw(kSnap, chance), terms);
}

}  // namespace auction
