// A thousand auctions in one process, one store and one thread: each runs to its end in made-up
// time, and the log of each proves what was sold.
#include <cstdio>

#include "libauction/log/memory_store.h"
#include "libauction/replay/verify.h"
#include "libauction/room/clock.h"
#include "libauction/room/house.h"
#include "libauction/rules/presets.h"

namespace {

using namespace auction;

constexpr std::uint64_t kRooms = 1000;
constexpr ActorId kCommissioner{9, 9};

// Bids on every lot that opens: the publisher may submit, the house decides at its next turn.
struct Crowd final : Publisher {
  void answered(const Request&, const Receipt&) override {}
  void recorded(StreamId room, const Record& record, std::span<const Event> events,
                const State& after) override {
    for (const Event& event : events) {
      const auto* opened = std::get_if<LotOpened>(&event);
      if (opened == nullptr) continue;
      const ActorId bidder{1, (room.lo + opened->lot.value) % after.seats.size() + 1};
      const PlaceBid bid{opened->lot, opened->base_price};
      house->submit({room, {room.lo, record.seq}, bidder, false, bid, record.at, 0});
    }
    over += after.status == Status::kCompleted;
  }
  void quarantined(StreamId, const char*) override {}
  House* house = nullptr;
  std::uint64_t over = 0;
};

Setup setup_of(std::uint64_t number, const Shared<RuleSet>& rules,
               const Shared<Catalogue>& catalogue) {
  Setup setup;
  setup.auction = {7, number};
  setup.rules = rules;
  setup.catalogue = catalogue;
  for (std::uint64_t m = 1; m <= 3; ++m) {
    setup.participants.push_back({{1, m}, "Team " + std::to_string(m), rules->budget, {}});
  }
  setup.commissioners = {kCommissioner};
  return setup;
}

}  // namespace

int main() {
  MemoryStore store;
  SeededSalts salts(1);
  Crowd crowd;
  HandClock clock(Instant{1'000'000});
  House house(store, salts, crowd);
  crowd.house = &house;

  RuleSet pilot = *preset("pilot-football");
  pilot.order = {OrderKind::kGiven, false};
  Catalogue clubs;
  for (std::uint64_t i = 1; i <= 6; ++i) {
    Asset asset;
    asset.id = {3, i};
    asset.external_id = asset.name = "Club " + std::to_string(i);
    clubs.assets.push_back(asset);
  }
  const Shared<RuleSet> rules(pilot);
  const Shared<Catalogue> catalogue(std::move(clubs));
  for (std::uint64_t i = 1; i <= kRooms; ++i) {
    const Setup setup = setup_of(i, rules, catalogue);
    const StreamId room = stream_of(setup.auction);
    house.submit({room, {}, {}, true, Create{Shared<Setup>(setup)}, clock.now(), 0});
    house.submit({room, {}, kCommissioner, false, Open{}, clock.now(), 0});
  }
  while (crowd.over < kRooms) {
    house.turn(clock.now());
    house.commit(clock.now());
    const Instant alarm = house.next_alarm();
    if (alarm == kNever) break;
    if (alarm > clock.now()) clock.pass(alarm - clock.now());
  }
  std::uint64_t sound = 0;
  for (std::uint64_t i = 1; i <= kRooms; ++i) {
    const StreamId room = stream_of(AuctionId{7, i});
    sound += verify(store.records(room), room).ok();
  }
  std::printf("%llu auctions over, %llu logs sound, %llu records in %llu commits\n",
              static_cast<unsigned long long>(crowd.over), static_cast<unsigned long long>(sound),
              static_cast<unsigned long long>(house.counters().records),
              static_cast<unsigned long long>(house.counters().commits));
  return crowd.over == kRooms && sound == kRooms ? 0 : 1;
}
