// A late bid, step by step: what is asked, what is concluded, and what changes. Run it and read.
#include <cstdio>

#include "libauction/adapters/json/event.h"
#include "libauction/auction/settle.h"
#include "libauction/rules/presets.h"

using namespace auction;

namespace {

// Settle, decide, apply: between the last two a host stores the events.
bool bid(State& state, ManagerSlot manager, Money amount, Instant now) {
  Events events;
  settle(state, now, events);
  std::printf("%6.3f s  ", static_cast<double>(now.unix_ms) / 1000);
  const auto no = decide(state, PlaceBid{{1}, amount}, {manager_at(manager), now}, events);
  if (no) {
    std::printf("refused: %s, %lld ms left\n", word(no->reason).data(),
                static_cast<long long>(no->left.count));
    return false;
  }
  apply(state, events, now);
  std::puts(to_json(std::span<const Event>(events)).c_str());
  return true;
}

Asset club(std::uint64_t number, const char* name) {
  return {{1, number}, name, name, "", {}, {}, {}};
}

Setup friends() {
  RuleSet rules = *preset("pilot-football");  // 30 s, and at least 10 s left after a bid
  rules.order = {};
  rules.opening.start_delay_ms = {0};
  rules.squad.min = 1;
  const Catalogue clubs{{club(1, "Arsenal"), club(2, "Chelsea")}};
  const std::vector<Participant> managers{{{2, 1}, "Reds", rules.budget, {}},
                                          {{2, 2}, "Blues", rules.budget, {}}};
  return {{7, 7}, Shared(rules), Shared(clubs), managers, {{3, 1}}, {}};
}

}  // namespace

int main() {
  State state;
  Events events;
  const Setup setup = friends();
  if (decide(state, Create{Shared(setup)}, {kHost, {0}}, events)) return 1;
  apply(state, events, {0});
  if (decide(state, Open{}, {actor_of(state, setup.commissioners[0]), {0}}, events)) return 1;
  apply(state, events, {0});
  settle(state, {0}, events);  // begins, and opens the lot

  const bool early = bid(state, {0}, {5'000'000}, {12'000});     // the clock stays at 30 s
  const bool late = bid(state, {1}, {6'000'000}, {29'999});      // 1 ms left: now 39.999 s
  const bool too_late = bid(state, {0}, {7'000'000}, {39'999});  // the end itself is late
  return early && late && !too_late ? 0 : 1;
}
