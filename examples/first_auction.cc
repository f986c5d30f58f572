// A first auction: two managers, two clubs, a bid, and time that passes. No file, no clock, no log.
#include <cstdio>

#include "libauction/auction/settle.h"
#include "libauction/rules/presets.h"

using namespace auction;

namespace {

Asset club(std::uint64_t number, const char* name) {
  return {{1, number}, name, name, "", {}, {}, {}};
}

Setup friends() {
  RuleSet rules = *preset("pilot-football");
  rules.order = {};  // as given, open to all
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
  Instant now{1'760'640'000'000};  // from your clock; the engine has none
  const Setup setup = friends();
  const auto act = [&](const Command& command, const Actor& actor) {
    settle(state, now, events);  // what is due by now comes first
    const auto refused = decide(state, command, {actor, now}, events);
    if (!refused) apply(state, events, now);
    return refused;
  };
  if (act(Create{Shared(setup)}, kHost)) return 1;
  if (act(Open{}, actor_of(state, setup.commissioners[0]))) return 1;
  now = next_deadline(state);  // five seconds later the first lot opens

  if (act(PlaceBid{{1}, {5'000'000}}, manager_at({0}))) return 1;
  if (const auto no = act(PlaceBid{{1}, {5'000'000}}, manager_at({1}))) {
    std::printf("Blues: %s, at least %lld\n", word(no->reason).data(),
                static_cast<long long>(no->limit));
  }
  while (next_deadline(state) != kNever) {  // nobody bids any more: let time pass
    now = next_deadline(state);
    settle(state, now, events);
  }
  std::printf("%s; Reds own %zu club for %s\n", word(state.status).data(),
              state.accounts[0].squad.size(),
              format_money(state.rules->currency, state.accounts[0].spent).c_str());
  return state.accounts[0].squad.size() == 1 ? 0 : 1;
}
