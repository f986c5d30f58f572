#include "tests/draw/setup.h"

#include <algorithm>
#include <iterator>

namespace auction {
namespace {

std::uint16_t small(std::int64_t value) { return static_cast<std::uint16_t>(value); }

Ladder draw_ladder(Chance& chance) {
  Ladder ladder;
  std::int64_t below = 0;
  for (std::size_t bands = 1 + chance.below(3); bands > 1; --bands) {
    below += chance.between(5, 60);
    ladder.bands.push_back({{below}, {chance.between(1, 12)}});
  }
  ladder.bands.push_back({kNoEnd, {chance.between(1, 15)}});
  return ladder;
}

EnglishRules draw_english(Chance& chance) {
  EnglishRules english;
  english.bidding = static_cast<Bidding>(chance.below(3));
  english.minimum = {chance.between(1, 20)};
  english.self_raise = chance.one_in(3);
  if (english.bidding == Bidding::kAnyHigher) {
    english.ladder = grid_of({chance.one_of({1, 1, 5, 10, 7})});
  } else {
    english.ladder = draw_ladder(chance);
  }
  return english;
}

SquadRules draw_squad(Chance& chance) {
  SquadRules squad;
  squad.max = small(chance.between(1, 5));
  squad.min = small(chance.between(0, squad.max));
  squad.reserve_per_slot = {chance.between(0, 9)};
  for (std::size_t quotas = chance.below(3); quotas > 0; --quotas) {
    const auto test = static_cast<QuotaTest>(chance.below(3));
    const auto max = static_cast<std::uint8_t>(chance.between(1, 3));
    const std::string name = "quota " + std::to_string(squad.quotas.size());
    const std::string attribute = test == QuotaTest::kRole ? "" : "country";
    const std::string value = test == QuotaTest::kRole ? "WK" : "India";
    squad.quotas.push_back({name, test, attribute, value, max});
  }
  return squad;
}

ClockRules draw_clock(Chance& chance) {
  ClockRules clock;
  SoftClose& soft = clock.soft_close;
  clock.lot_ms = {chance.one_in(4) ? chance.between(2000, 20000) : chance.between(4, 40)};
  clock.gap_ms = {chance.one_in(3) ? 0 : chance.between(1, clock.lot_ms.count)};
  clock.recovery_grace_ms = {chance.one_in(3) ? 0 : chance.between(1, clock.lot_ms.count)};
  if (chance.one_in(8)) return clock;
  soft.window_ms = {chance.between(1, clock.lot_ms.count - 1)};
  soft.trigger = static_cast<Trigger>(chance.below(3));
  soft.form = static_cast<ClockForm>(chance.below(3));
  soft.amount_ms = {chance.between(1, soft.window_ms.count + 1)};
  if (chance.one_in(2)) soft.max_extensions = small(chance.between(1, 3));
  if (chance.one_in(2)) soft.hard_stop_ms = {clock.lot_ms.count + chance.between(0, 20)};
  return clock;
}

OrderRules draw_order(Chance& chance) {
  OrderRules order;
  order.kind = static_cast<OrderKind>(chance.below(4));
  order.hidden = chance.one_in(2);
  return order;
}

UnsoldRules draw_unsold(Chance& chance, const ClockRules& clock) {
  UnsoldRules unsold;
  unsold.kind = static_cast<UnsoldKind>(chance.below(3));
  if (unsold.kind == UnsoldKind::kNeverAgain) return unsold;
  unsold.rounds = small(chance.between(1, 2));
  if (unsold.kind == UnsoldKind::kRounds) return unsold;
  unsold.names_per_manager = small(chance.between(1, 3));
  unsold.request_ms = {chance.between(1, 2 * clock.lot_ms.count)};
  return unsold;
}

RetentionRules draw_retention(Chance& chance, const SquadRules& squad) {
  RetentionRules retention;
  if (!chance.one_in(3)) return retention;
  retention.max_retained = static_cast<std::uint8_t>(std::min<int>(2, squad.max));
  retention.max_capped = 2;
  retention.max_uncapped = 2;
  retention.capped_attribute = "capped";
  retention.capped_value = "yes";
  for (std::size_t slabs = chance.below(3); slabs > 0; --slabs)
    retention.capped_slabs.push_back({chance.between(1, 12)});
  retention.uncapped_slab = {chance.between(0, 5)};
  return retention;
}

RuleSet draw_rules(Chance& chance) {
  RuleSet rules;
  rules.name = "drawn";
  rules.currency = {"points", "", "point", {}};
  rules.squad = draw_squad(chance);
  rules.english = draw_english(chance);
  rules.clock = draw_clock(chance);
  rules.order = draw_order(chance);
  rules.unsold = draw_unsold(chance, rules.clock);
  rules.retention = draw_retention(chance, rules.squad);
  rules.opening.waiting_room = chance.one_in(2);
  rules.opening.start_delay_ms = {chance.between(0, 20)};
  rules.open_lots = small(chance.one_in(2) ? 1 : chance.between(2, 4));
  // What the cheapest legal squad costs, and up to five times as much on top.
  const std::int64_t least = std::max(rules.squad.reserve_per_slot, rules.english.minimum).units;
  rules.budget = {least * std::max<std::int64_t>(rules.squad.min, 1) + chance.between(20, 200)};
  return rules;
}

Catalogue draw_catalogue(Chance& chance) {
  Catalogue catalogue;
  const std::size_t size = static_cast<std::size_t>(chance.between(2, 6));
  for (std::size_t i = 0; i < size; ++i) {
    Asset asset;
    asset.id = {1, i + 1};
    asset.external_id = "a" + std::to_string(i);
    asset.name = "Asset " + std::to_string(i);
    asset.set = chance.one_in(2) ? "M1" : "M2";
    if (chance.one_in(2)) asset.roles.push_back("BAT");
    if (chance.one_in(2)) asset.roles.push_back("WK");
    if (chance.one_in(2)) asset.attributes.push_back({"capped", chance.one_in(2) ? "yes" : "no"});
    if (!chance.one_in(3))
      asset.attributes.push_back({"country", chance.one_in(2) ? "India" : "Nepal"});
    if (chance.one_in(2)) asset.base_price = {chance.between(1, 40)};
    catalogue.assets.push_back(std::move(asset));
  }
  return catalogue;
}

// Nobody keeps more than squad, quotas or purse allow; nothing is kept twice.
void draw_retained(Chance& chance, Setup& setup) {
  const RuleSet& rules = *setup.rules;
  if (rules.retention.max_retained == 0) return;
  for (std::size_t i = 0; i < setup.catalogue->assets.size(); ++i) {
    if (!chance.one_in(4)) continue;
    const AssetSlot asset{static_cast<std::uint16_t>(i)};
    Participant& keeper = setup.participants[chance.below(setup.participants.size())];
    keeper.retained.push_back({asset, {chance.between(0, 9)}});
    if (has_errors(check_setup(setup))) keeper.retained.pop_back();
  }
}

}  // namespace

Seed drawn_seed() { return seed_from(20251124); }

Seed promised_seed(const Setup& setup) {
  static const Digest first = commitment(drawn_seed());
  return setup.order_commitment == first ? drawn_seed() : seed_from(20251125);
}

Seed next_seed(const Setup& setup) {
  return promised_seed(setup) == drawn_seed() ? seed_from(20251125) : drawn_seed();
}

Shared<Setup> draw_setup(Chance& chance) {
  Setup setup;
  setup.auction = {7, 7};
  RuleSet rules = draw_rules(chance);
  while (has_errors(lint(rules))) rules = draw_rules(chance);
  setup.rules = Shared<RuleSet>(std::move(rules));
  setup.catalogue = Shared<Catalogue>(draw_catalogue(chance));
  const std::int64_t managers = chance.between(2, 4);
  for (std::int64_t m = 0; m < managers; ++m) {
    Participant p;
    p.id = {2, static_cast<std::uint64_t>(m) + 1};
    p.label = "Team " + std::to_string(m);
    p.purse = setup.rules->budget;
    if (chance.one_in(4)) p.purse += {chance.between(0, 50)};
    setup.participants.push_back(std::move(p));
  }
  setup.commissioners.push_back({3, 1});
  if (needs_draw(setup.rules->order.kind)) setup.order_commitment = commitment(drawn_seed());
  draw_retained(chance, setup);
  return Shared<Setup>(std::move(setup));
}

}  // namespace auction
