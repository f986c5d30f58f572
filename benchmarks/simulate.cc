// How many whole auctions a second on one thread? Beside fantasy_football_auction (PyPI): the same
// lots, rules and bids a lot. `./run bench simulate` installs the peer in a virtual environment and
// names it by --peer.
#include <cstdlib>

#include "benchmarks/harness.h"
#include "libauction/auction/settle.h"
#include "libauction/rules/presets.h"
#include "libauction/sim/lineup.h"
#include "libauction/sim/simulate.h"

namespace {

using namespace auction;

constexpr int kOwners = 12;
constexpr int kPlaces = 10;
constexpr int kLots = kOwners * kPlaces;
constexpr Actor kCommissioner{kNoManager, true, false};

Setup draft() {
  RuleSet rules = *preset("pilot-football");
  rules.budget = {200};
  rules.squad.min = rules.squad.max = kPlaces;
  rules.squad.reserve_per_slot = {1};
  rules.english.minimum = {1};
  rules.english.ladder = grid_of({1});
  rules.clock = {};
  rules.clock.lot_ms = {1'000};
  rules.order = {};
  rules.unsold = {};
  rules.opening.waiting_room = true;
  Setup setup;
  setup.auction = {1, 1};
  setup.rules = Shared<RuleSet>(rules);
  Catalogue catalogue;
  for (int i = 0; i < kLots; ++i) {
    const std::string key = std::to_string(i);
    catalogue.assets.push_back({{2, static_cast<std::uint64_t>(i) + 1}, key, key, "", {}, {}, {}});
  }
  setup.catalogue = Shared<Catalogue>(std::move(catalogue));
  for (int m = 0; m < kOwners; ++m) {
    setup.participants.push_back(
        {{3, static_cast<std::uint64_t>(m) + 1}, "Owner " + std::to_string(m), {200}, {}});
  }
  setup.commissioners = {{4, 4}};
  return setup;
}

// As in simulate_peer.py.
std::uint32_t top_price(std::uint32_t lot) {
  return lot < kLots - kOwners ? 1 + 2 * (lot % 10) : 1;
}

// One auction by the engine alone, every bid judged; returns the bids.
struct Game {
  State state;
  Events events;
  Instant now{1'000};
  int bids = 0;

  void act(const Command& command, Actor actor) {
    settle(state, now, events);
    AUCTION_CHECK(!decide(state, command, {actor, now}, events), "every act of the bench is legal");
    apply(state, events, now);
  }

  void play(const Shared<Setup>& setup) {
    state = State();
    bids = 0;
    act(Create{setup}, kHost);
    act(Open{}, kCommissioner);
    act(Begin{}, kCommissioner);
    for (std::uint32_t lot = 0; lot < kLots; ++lot) {
      for (std::uint32_t price = 1; price <= top_price(lot); ++price, ++bids) {
        const auto seat = static_cast<std::uint8_t>((lot + (price - 1) % 2) % kOwners);
        act(PlaceBid{{lot + 1}, {price}, 0}, manager_at({seat}));
      }
      now = now + Millis{1'000};
      settle(state, now, events);
    }
    AUCTION_CHECK(state.status == Status::kCompleted, "the auction is over");
  }
};

struct Peer {
  std::string command;
  int bids = 0;
  int lots = 0;

  // Nanoseconds for `auctions`, as the peer measured them.
  double run(int auctions) {
    std::FILE* pipe = popen((command + " " + std::to_string(auctions)).c_str(), "r");
    double ns = 0;
    const bool read = pipe != nullptr && std::fscanf(pipe, "%lf %d %d", &ns, &bids, &lots) == 3;
    if (pipe == nullptr || pclose(pipe) != 0 || !read) {
      std::fprintf(stderr, "bench_simulate: the peer did not run: %s\n", command.c_str());
      std::exit(4);
    }
    return ns * auctions;
  }
};

const char* option(int argc, char** argv, const char* name) {
  for (int i = 1; i + 1 < argc; ++i) {
    if (std::strcmp(argv[i], name) == 0) return argv[i + 1];
  }
  return nullptr;
}

std::string whole(double value) { return std::to_string(static_cast<long long>(value)); }

void against_peer(bench::Table& table, const char* python) {
  constexpr int kAuctions = 20;
  constexpr int kOurs = 400;
  Peer peer{std::string(python) + " benchmarks/simulate_peer.py"};
  const Shared<Setup> setup(draft());
  Game game;
  const auto ours = [&] {
    return bench::timed([&] {
             for (int i = 0; i < kOurs; ++i) game.play(setup);
           }) *
           kAuctions / kOurs;
  };
  table.compare("whole auctions, one thread",
                {"fantasy_football_auction", [&] { return peer.run(kAuctions); }},
                {"the engine, each bid judged", ours}, kAuctions, 100);
  table.note("lots an auction: peer " + std::to_string(peer.lots) + ", ours " +
             std::to_string(kLots) + "; bids an auction: peer " + std::to_string(peer.bids) +
             ", ours " + std::to_string(game.bids));
}

// What a user of the simulation gets: bidders that think, in virtual time.
void with_bidders(bench::Table& table) {
  const Setup setup = draft();
  const Bidders bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
  Simulator simulator(setup, bidders, Market{});
  const Shared<Setup> shared(setup);
  Game game;
  std::uint64_t bids = 0;
  std::uint64_t seed = 0;
  constexpr int kAuctions = 200;
  table.compare("simulated auctions, bidders too",
                {"the engine alone",
                 [&] {
                   return bench::timed([&] {
                     for (int i = 0; i < kAuctions; ++i) game.play(shared);
                   });
                 }},
                {"valuing bidders in virtual time",
                 [&] {
                   return bench::timed([&] {
                     for (int i = 0; i < kAuctions; ++i) bids = simulator.run(++seed).bids;
                   });
                 }},
                kAuctions, 0);
  table.note("bids in the last simulated auction: " + whole(static_cast<double>(bids)));
}

}  // namespace

int main(int argc, char** argv) {
  bench::Table table("simulate", argc, argv);
  if (const char* python = option(argc, argv, "--peer")) {
    against_peer(table, python);
  } else {
    table.note("no --peer PYTHON with fantasy_football_auction: run ./run bench simulate");
  }
  with_bidders(table);
  return table.finish();
}
