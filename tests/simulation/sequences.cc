// Every sequence of bids of up to three acts, by the engine and by the naive auctioneer.
//
//   sequences [--length N]
//
// Three managers, two lots, four amounts, at one millisecond before the end of the lot named, at
// its end and one after it: 72 acts, so 72 + 72^2 + 72^3 = 378,504 sequences, in each of four
// worlds. The lots end at different times, and unsold ones come again, so that most sequences stay
// alive; a bid names the latest offering of its asset (the end of a closed one: the next deadline).
// After every act the answers and the whole visible states are compared. Prefixes are shared: a
// state is copied where the ways part, nothing is replayed.
#include <array>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <map>

#include "tests/support/describe.h"
#include "tests/support/twin.h"

namespace auction {
namespace {

constexpr Instant kStart{1'000'000};

struct World {
  const char* name;
  RuleSet rules;
  std::array<std::int64_t, 4> amounts;
};

RuleSet common() {
  RuleSet rules;
  rules.budget = {45};
  rules.squad = {.min = 2, .max = 2, .reserve_per_slot = {10}, .quotas = {}};
  rules.english.minimum = {10};
  rules.clock.lot_ms = {100};
  rules.unsold.kind = UnsoldKind::kRounds;
  rules.unsold.rounds = 3;
  rules.opening.waiting_room = true;
  rules.open_lots = 2;
  return rules;
}

SoftClose soft_close(std::int64_t window, Trigger trigger, ClockForm form, std::int64_t amount) {
  SoftClose rule;
  rule.window_ms = {window};
  rule.trigger = trigger;
  rule.form = form;
  rule.amount_ms = {amount};
  return rule;
}

World any_higher() {
  RuleSet rules = common();
  rules.english.ladder = grid_of({5});
  rules.clock.soft_close = soft_close(10, Trigger::kAny, ClockForm::kFloor, 10);
  return {"any higher on a grid, floor", rules, {10, 20, 35, 40}};
}

World ladder() {
  RuleSet rules = common();
  rules.english.bidding = Bidding::kLadder;
  rules.english.ladder = {{{{20}, {5}}, {{30}, {10}}, {kNoEnd, {7}}}};
  rules.english.minimum = {13};  // on no rung
  rules.english.self_raise = true;
  rules.clock.soft_close = soft_close(10, Trigger::kLeaderChanged, ClockForm::kAdditive, 4);
  rules.clock.soft_close.max_extensions = 1;
  return {"ladder, self-raise, additive with a cap", rules, {13, 15, 25, 44}};
}

World fixed_next() {
  RuleSet rules = common();
  rules.english.bidding = Bidding::kFixedNext;
  rules.english.ladder = {{{{30}, {10}}, {kNoEnd, {20}}}};
  rules.clock.soft_close = soft_close(20, Trigger::kPriceChanged, ClockForm::kReset, 3);
  rules.clock.soft_close.hard_stop_ms = {102};
  return {"fixed next price, reset with a hard stop", rules, {0, 10, 20, 30}};
}

World quotas() {
  RuleSet rules = common();
  rules.squad = {.min = 0, .max = 2, .reserve_per_slot = {0}, .quotas = {}};
  rules.squad.quotas.push_back({"keepers", QuotaTest::kRole, "", "WK", 1});
  rules.clock.soft_close = soft_close(2, Trigger::kAny, ClockForm::kFloor, 2);
  rules.clock.gap_ms = {1};
  return {"a quota of one, a gap", rules, {9, 10, 45, 46}};
}

Shared<Setup> setup_of(const World& world) {
  Catalogue catalogue;
  for (std::uint64_t i = 1; i <= 2; ++i) {
    Asset asset;
    asset.id = {1, i};
    asset.external_id = "a" + std::to_string(i);
    asset.roles = {"WK"};
    catalogue.assets.push_back(asset);
  }
  Setup setup;
  setup.rules = Shared<RuleSet>(world.rules);
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (std::uint64_t m = 1; m <= 3; ++m) {
    setup.participants.push_back({{2, m}, "Team " + std::to_string(m), world.rules.budget, {}});
  }
  setup.commissioners.push_back({3, 1});
  return Shared<Setup>(std::move(setup));
}

class Search {
 public:
  explicit Search(const World& world) : world_(world), setup_(setup_of(world)) {}

  bool run(int length) {
    constexpr Actor kCommissioner{kNoManager, true, false};
    Twin twin(setup_, kStart, true);
    if (!right(twin.hear(Open{}, {kCommissioner, kStart}))) return false;
    if (!right(twin.hear(Begin{}, {kCommissioner, kStart}))) return false;
    if (!right(twin.settle(kStart))) return false;
    if (!right(twin.hear(Extend{{2}, {3}, {}}, {kCommissioner, kStart}))) return false;
    if (!explore(twin, length)) return false;
    std::printf("%-42s %9lld sequences, %lld bids stood", world_.name, count_, stood_);
    for (const auto& [reason, times] : refused_)
      std::printf(", %s %lld", std::string(word(reason)).c_str(), times);
    std::printf("\n");
    return true;
  }

  long long count() const { return count_; }

 private:
  bool explore(const Twin& twin, int left) {
    for (std::size_t asset = 0; asset < 2; ++asset) {
      for (const std::int64_t off : {-1, 0, 1}) {
        if (!at_instant(twin, asset, Millis{off}, left)) return false;
      }
    }
    return true;
  }

  static Instant end_of(const State& state, LotNumber lot) {
    if (const OpenLot* open = find_open(state, lot)) return open->ends_at;
    return next_deadline(state) == kNever ? state.last_at : next_deadline(state);
  }

  bool at_instant(const Twin& twin, std::size_t asset, Millis off, int left) {
    const Instant now = end_of(twin.state, twin.state.assets[asset].last_lot) + off;
    Twin settled = twin;
    path_.push_back({Tick{}, {kHost, now}});
    if (!right(settled.settle(now))) return false;
    path_.pop_back();
    const LotNumber lot = settled.state.assets[asset].last_lot;
    for (std::uint8_t manager = 0; manager < 3; ++manager) {
      for (const std::int64_t amount : world_.amounts) {
        if (!act(settled, PlaceBid{lot, {amount}}, {manager_at({manager}), now}, left)) {
          return false;
        }
      }
    }
    return true;
  }

  bool act(Twin& settled, const PlaceBid& bid, const Context& context, int left) {
    ++count_;
    path_.push_back({bid, context});
    const naive::Auctioneer before = *settled.he;  // he writes down what he accepts
    if (!right(settled.judge(bid, context))) return false;
    bool fine = true;
    if (settled.answer) {
      ++refused_[settled.answer->reason];
      fine = left == 1 || explore(settled, left - 1);
    } else {
      ++stood_;
      Twin next = settled;
      settled.he = before;
      fine = right(next.accept(context.now)) && (left == 1 || explore(next, left - 1));
    }
    path_.pop_back();
    return fine;
  }

  // Prints the way here when something is wrong.
  bool right(const std::string& wrong) {
    if (wrong.empty()) return true;
    std::printf("DIFFERENCE in the world '%s'\n%s\n", world_.name, describe(*setup_).c_str());
    for (const auto& [command, context] : path_)
      std::printf("  %s\n", describe(command, context).c_str());
    std::printf("%s\n", wrong.c_str());
    return false;
  }

  const World& world_;
  Shared<Setup> setup_;
  std::vector<std::pair<Command, Context>> path_;
  std::map<Reason, long long> refused_;
  long long count_ = 0;
  long long stood_ = 0;
};

long long expected(int length) {
  long long sum = 0, power = 1;
  for (int i = 0; i < length; ++i) sum += power *= 72;
  return sum;
}

int run(int length) {
  for (const World& world : {any_higher(), ladder(), fixed_next(), quotas()}) {
    Search search(world);
    if (!search.run(length)) return 1;
    if (search.count() != expected(length)) {
      std::printf("expected %lld sequences\n", expected(length));
      return 1;
    }
  }
  std::printf("sequences: 4 worlds of %lld, 0 differences\n", expected(length));
  return 0;
}

}  // namespace
}  // namespace auction

int main(int argc, char** argv) {
  int length = 3;
  if (argc == 3 && std::strcmp(argv[1], "--length") == 0) {
    std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), length);
  } else if (argc != 1) {
    length = 0;
  }
  if (length < 1 || length > 5) {
    std::fprintf(stderr, "usage: sequences [--length 1..5]\n");
    return 2;
  }
  return auction::run(length);
}
