// A stranger's program that needs the core alone: an auction set up by the rules.
#include "libauction/auction/apply.h"
#include "libauction/auction/decide.h"
#include "libauction/rules/presets.h"

using namespace auction;

int main() {
  Catalogue catalogue;
  catalogue.assets = {{.id = {1, 1}, .external_id = "a", .name = "A"},
                      {.id = {1, 2}, .external_id = "b", .name = "B"}};
  Setup setup;
  setup.rules = Shared<RuleSet>(*preset("pilot-football"));
  setup.catalogue = Shared<Catalogue>(catalogue);
  setup.commissioners = {{3, 1}};
  for (std::uint64_t i : {1, 2}) {
    setup.participants.push_back({{2, i}, i == 1 ? "Reds" : "Blues", {500'000'000}, {}});
  }

  State state;
  Events events;
  if (decide(state, Create{Shared<Setup>(setup)}, {kHost, {0}}, events)) return 1;
  apply(state, events, {0});
  return state.status == Status::kSetUp || state.status == Status::kWaiting ? 0 : 2;
}
