// How fast is a bid? decide + apply beside the floor, hot, with 1 and with 75 open lots; and a
// replay from memory.
#include <cstdlib>
#include <new>

#include "benchmarks/bid_floor.h"
#include "benchmarks/harness.h"
#include "libauction/auction/settle.h"
#include "libauction/rules/presets.h"

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size) {
  ++allocations;
  if (void* block = std::malloc(size)) return block;
  throw std::bad_alloc();
}
// g++ 12 inlines one half of the pair and then misses the other.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }

namespace {

using namespace auction;

constexpr int kManagers = 10;
constexpr int kBidsALot = 60;
constexpr Money kPurse{1'000'000'000};
constexpr Instant kStart{1'760'640'000'000};

Setup setup_with(int lots) {
  Setup setup;
  setup.auction = {1, 1};
  RuleSet rules = *preset("ipl-2025");
  rules.budget = kPurse;
  rules.opening.waiting_room = true;
  rules.open_lots = static_cast<std::uint16_t>(lots);
  rules.squad.max = kMaxSquad;
  rules.squad.quotas[0].max = kMaxSquad;
  setup.rules = Shared<RuleSet>(rules);
  Catalogue catalogue;
  for (int i = 0; i < lots; ++i) {
    const auto key = std::to_string(i);
    const char* country = i % 3 == 0 ? "England" : "India";
    catalogue.assets.push_back(
        {{2, static_cast<std::uint64_t>(i) + 1}, key, key, "", {}, {{"country", country}}, {}});
  }
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (int m = 0; m < kManagers; ++m) {
    setup.participants.push_back(
        {{3, static_cast<std::uint64_t>(m) + 1}, "M" + std::to_string(m), kPurse, {}});
  }
  setup.commissioners = {{4, 4}};
  return setup;
}

void act(State& state, const Command& command, Actor actor, Instant now, Events& events) {
  settle(state, now, events);
  const auto refused = decide(state, command, {actor, now}, events);
  AUCTION_CHECK(!refused, "the bench's set-up is legal");
  apply(state, events, now);
}

State auction_with(int lots) {
  State state;
  Events events;
  const Actor commissioner{kNoManager, true, false};
  act(state, Create{Shared<Setup>(setup_with(lots))}, kHost, kStart, events);
  act(state, Open{}, commissioner, kStart, events);
  act(state, Begin{}, commissioner, kStart, events);
  settle(state, kStart, events);
  return state;
}

struct Bid {
  Command command;
  Context context;
};

// Every manager in turn raises every lot; three bids in ten come in the soft-close window.
std::vector<Bid> bids_for(int lots) {
  std::vector<Bid> bids;
  std::int64_t now = kStart.unix_ms + 2'000;
  for (int i = 0; i < kBidsALot * lots; ++i) {
    const auto lot = static_cast<std::uint32_t>(i % lots);
    const auto turn = static_cast<std::uint32_t>(i / lots);
    if (i % lots == 0) now += turn % 10 < 3 ? 4'500 : 10;
    const ManagerSlot seat{static_cast<std::uint8_t>((turn + lot) % kManagers)};
    bids.push_back({PlaceBid{{lot + 1}, {}, 0}, {manager_at(seat), Instant{now}}});
  }
  return bids;
}

bench::Floor floor_of(const State& state) {
  const RuleSet& rules = *state.rules;
  bench::Floor floor;
  for (const OpenLot& lot : state.open) {
    floor.lots.push_back(
        {lot.ends_at.unix_ms, 0, lot.base.units, kNoManager.value, 0, true, lot.quotas != 0});
  }
  for (const Seat& seat : state.seats)
    floor.managers.push_back({seat.free.units, seat.limit.units, 0, 0});
  floor.ladder = rules.english.ladder;
  floor.window = rules.clock.soft_close.window_ms.count;
  floor.reserve = rules.squad.reserve_per_slot.units;
  floor.min_squad = rules.squad.min;
  floor.max_squad = rules.squad.max;
  floor.max_overseas = rules.squad.quotas[0].max;
  return floor;
}

struct Hot {
  int lots;
  State begin = auction_with(lots);
  std::vector<Bid> bids = bids_for(lots);
  std::size_t rounds = static_cast<std::size_t>(400'000 / (kBidsALot * lots));
  std::size_t allocated = 0;

  double operations() const { return static_cast<double>(rounds * bids.size()); }

  double floor_run() {
    const bench::Floor fresh = floor_of(begin);
    bench::Floor floor = fresh;
    double ns = 0;
    for (std::size_t r = 0; r < rounds; ++r) {
      floor = fresh;
      int refused = 0;
      ns += bench::timed([&] {
        for (const Bid& bid : bids) refused += floor.judge(bid.command, bid.context);
      });
      AUCTION_CHECK(refused == 0, "every bid is legal");
    }
    return ns;
  }

  double engine_run() {
    State state = begin;
    Events events;
    double ns = 0;
    for (std::size_t r = 0; r < rounds; ++r) {
      state = begin;
      int refused = 0;
      const std::size_t before = allocations;
      ns += bench::timed([&] {
        for (const Bid& bid : bids) {
          settle(state, bid.context.now, events);
          refused += decide(state, bid.command, bid.context, events).has_value();
          apply(state, events, bid.context.now);
        }
      });
      AUCTION_CHECK(refused == 0, "every bid is legal");
      if (r > 0) allocated += allocations - before;
    }
    return ns;
  }
};

void hot(bench::Table& table, int lots) {
  Hot run{lots};
  const std::string name =
      "bid, " + std::to_string(lots) + (lots == 1 ? " open lot" : " open lots");
  const bench::Row row = table.compare(
      name, {"floor: the checks alone", [&] { return run.floor_run(); }},
      {"settle + decide + apply", [&] { return run.engine_run(); }}, run.operations(), 0.25);
  table.note("allocations on the bid path: " + std::to_string(run.allocated));
  if (row.peer.median > 15) table.note("the floor is above 15 ns: a miss of the floor");
}

// Events of a whole auction, for folding.
struct Recorded {
  std::vector<Event> events;
  std::vector<Instant> at;
};

Recorded record(int lots) {
  Recorded log;
  State state;
  Events events;
  const Actor commissioner{kNoManager, true, false};
  const auto take = [&](const Command& command, Actor actor, Instant now) {
    AUCTION_CHECK(!decide(state, command, {actor, now}, events), "legal");
    apply(state, events, now);
    for (const Event& e : events) log.events.push_back(e), log.at.push_back(now);
  };
  take(Create{Shared<Setup>(setup_with(lots))}, kHost, kStart);
  take(Open{}, commissioner, kStart);
  take(Begin{}, commissioner, kStart);
  while (next_deadline(state) <= kStart) take(Tick{}, kHost, kStart);
  for (const Bid& bid : bids_for(lots)) {
    take(bid.command, bid.context.actor, bid.context.now);
  }
  return log;
}

void replay(bench::Table& table) {
  const Recorded log = record(75);
  const std::size_t rounds = 2'000'000 / log.events.size();
  const auto copy_run = [&] {
    return bench::timed([&] {
      for (std::size_t r = 0; r < rounds; ++r) {
        std::vector<Event> copy = log.events;
        bench::keep(copy);
      }
    });
  };
  const auto fold_run = [&] {
    return bench::timed([&] {
      for (std::size_t r = 0; r < rounds; ++r) {
        State state;
        for (std::size_t i = 0; i < log.events.size(); ++i) apply(state, log.events[i], log.at[i]);
        bench::keep(state);
      }
    });
  };
  const auto events = static_cast<double>(rounds * log.events.size());
  const bench::Row row =
      table.compare("replay 2 M events from memory", {"copying the events", copy_run},
                    {"apply", fold_run}, events, 0);
  table.note("replay: " + std::to_string(static_cast<int>(1e3 / row.ours.median)) +
             " M events/s (goal 5)");
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("core", argc, argv);
  hot(table, 1);
  hot(table, 75);
  replay(table);
  table.note("sizes: state " + std::to_string(sizeof(State)) + " B, seat " +
             std::to_string(sizeof(Seat)) + " B, open lot " + std::to_string(sizeof(OpenLot)) +
             " B, event " + std::to_string(sizeof(Event)) + " B");
  return table.finish();
}
