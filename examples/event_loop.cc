// A room in your own event loop: the house decides, a thread commits, and the loop sleeps in poll()
// until the next deadline, the next message, or the end of a commit.
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "libauction/log/memory_store.h"
#include "libauction/room/clock.h"
#include "libauction/room/random_salts.h"
#include "libauction/room/writer.h"
#include "libauction/rules/presets.h"

namespace {

using namespace auction;

constexpr ActorId kReds{1, 1};
constexpr ActorId kCommissioner{2, 1};

// Yours would write to sockets. Everything told here is committed.
struct Printer final : Publisher {
  void answered(const Request& request, const Receipt& receipt) override {
    std::printf("answer %llu: %s\n", static_cast<unsigned long long>(request.ticket),
                word(receipt.verdict).data());
  }
  void recorded(StreamId, const Record& record, std::span<const Event> events,
                const State& after) override {
    for (const Event& event : events) {
      std::printf("%4llu %s\n", static_cast<unsigned long long>(record.seq),
                  type_name(event).data());
    }
    over = after.status == Status::kCompleted;
  }
  void quarantined(StreamId, const char* why) override { std::printf("quarantined: %s\n", why); }
  bool over = false;
};

Setup small_auction() {
  RuleSet rules = *preset("pilot-football");
  rules.order = {OrderKind::kGiven, false};
  rules.opening.start_delay_ms = Millis{20};
  rules.clock.lot_ms = Millis{60};
  rules.clock.gap_ms = Millis{10};
  rules.clock.soft_close = {};
  Setup setup;
  setup.auction = {7, 7};
  setup.rules = Shared<RuleSet>(rules);
  Catalogue clubs;
  for (const char* name : {"Arsenal", "Chelsea"}) {
    Asset asset;
    asset.id = {3, clubs.assets.size() + 1};
    asset.external_id = asset.name = name;
    clubs.assets.push_back(asset);
  }
  setup.catalogue = Shared<Catalogue>(clubs);
  setup.participants = {{{kReds.hi, kReds.lo}, "Reds", rules.budget, {}}};
  setup.commissioners = {kCommissioner};
  return setup;
}

}  // namespace

int main() {
  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) return 4;
  MemoryStore store;  // SqliteStore in a real one
  RandomSalts salts;
  Printer printer;
  AnchoredClock clock;
  House house(store, salts, printer);
  if (house.open(clock.now())) return 4;  // whatever an earlier process left behind
  Writer writer(store, [&] { (void)!::write(pipe[1], "", 1); });

  const Setup setup = small_auction();
  const StreamId room = stream_of(setup.auction);
  house.submit({room, {}, {}, true, Create{Shared<Setup>(setup)}, clock.now(), 1});
  house.submit({room, {4, 1}, kCommissioner, false, Open{}, clock.now(), 2});
  bool has_bid = false;
  while (!printer.over) {
    turn(house, writer, clock.now());  // never waits
    const State* state = house.shown(room);
    if (!has_bid && state != nullptr && !state->open.empty()) {
      has_bid = true;  // a message would come from a socket
      const PlaceBid bid{LotNumber{1}, Money{5'000'000}};
      house.submit({room, {4, 2}, kReds, false, bid, clock.now(), 3});
      continue;
    }
    const Millis wait = later(house.next_alarm(), clock.now()) - clock.now();
    pollfd woken{pipe[0], POLLIN, 0};
    if (::poll(&woken, 1, static_cast<int>(std::min<std::int64_t>(wait.count, 1000))) > 0) {
      std::array<char, 64> drain{};
      (void)!::read(pipe[0], drain.data(), drain.size());
    }
  }
  writer.finish(house, clock.now());
  return house.shown(room)->lots.at(0).winner == ManagerSlot{0} ? 0 : 1;
}
