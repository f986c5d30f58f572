// Simulation: whole auctions played by made-up bidders in virtual time.
//
// The engine is the real one, and so are the rules; only time and people are made up. Time jumps
// from one event to the next: the next deadline, or the earliest planned bid. The same set-up,
// bidders and seed give the same auction, event by event.
//
//   Bidders bidders = std::get<Bidders>(parse_lineup("*=valuing", setup.participants));
//   AuctionResult r = simulate_auction(setup, bidders, Market{}, 7);
//   simulate_batch(setup, bidders, Market{}, {.count = 10'000}, 7,
//                  [&](std::uint64_t index, const AuctionResult& r) { ... });
//
// Auction i of a batch is simulate_auction with seed auction_seed(batch seed, i), so any part of a
// batch can be run alone, in any order, or in other threads (a Simulator each).
#pragma once

#include "libauction/log/book.h"
#include "libauction/sim/bidder.h"
#include "libauction/sim/market.h"

namespace auction {

struct SimulationOptions {
  Instant starts_at{};  // when the auction is created and opened
  Millis latency_ms{};  // each way: news reach a bidder, and bids the auction, so much later
};

struct ManagerResult {
  Money left;  // of the purse
  Money spent;
  std::uint16_t squad = 0;

  bool operator==(const ManagerResult&) const = default;
};

struct AuctionResult {
  std::uint64_t seed = 0;
  EndReason reason = EndReason::kNone;
  std::uint64_t events = 0;
  std::uint64_t bids = 0;
  std::uint64_t refusals = 0;           // bids that came too late or too low
  Millis duration;                      // from the first event to the last
  std::vector<LotRecord> lots;          // lot n is lots[n - 1]: asset, winner, price, bids
  std::vector<ManagerResult> managers;  // by seat

  bool operator==(const AuctionResult&) const = default;
};

// Plays one set-up again and again, with the memory of the last time.
class Simulator {
 public:
  // The set-up must be one that check_setup finds no error in; a bidder a participant. The
  // commitment of a drawn order is made from each auction's seed.
  Simulator(Setup setup, Bidders bidders, Market market, SimulationOptions options = {});

  ~Simulator();
  Simulator(Simulator&&) noexcept;  // between two runs

  const AuctionResult& run(std::uint64_t seed);  // valid until the next run
  const State& state() const { return state_; }  // where the last run ended

  // The same by steps, for a set-up with bidders of the kind Outside: plays on until somebody has
  // to be asked, or to the end (no questions then). `answer` takes one plan a question, in order.
  //
  //   for (simulator.begin(7); !simulator.questions().empty(); simulator.answer(plans)) ...
  void begin(std::uint64_t seed);
  std::span<const Facts> questions() const;
  void answer(std::span<const Plan> plans);
  const AuctionResult& result() const { return result_; }  // of an auction that is over
  const std::vector<Money>& worth() const { return worth_; }

 private:
  struct Playing;

  void reset(std::uint64_t seed);
  void go_on();

  Setup setup_;
  Bidders bidders_;
  Market market_;
  SimulationOptions options_;
  State created_;
  State state_;
  Events events_;
  std::vector<Money> worth_;
  AuctionResult result_;
  std::unique_ptr<Playing> playing_;
};

AuctionResult simulate_auction(const Setup& setup, const Bidders& bidders, const Market& market,
                               std::uint64_t seed, SimulationOptions options = {});

struct BatchRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};
std::uint64_t auction_seed(std::uint64_t batch_seed, std::uint64_t index);
void simulate_batch(const Setup& setup, const Bidders& bidders, const Market& market,
                    BatchRange range, std::uint64_t batch_seed,
                    const std::function<void(std::uint64_t, const AuctionResult&)>& visit,
                    SimulationOptions options = {});

// The same auction in a book, so with a log: create, draw, open, begin (the set-up names a
// commissioner); then the bidders, from wherever the book stands to the end. To be played an
// auction must run, or be about to begin by itself. The first answer that is not Written comes
// back, and the log holds what was written before it.
BookAnswer start_auction(Book& book, Setup setup, std::uint64_t seed, Instant at);
BookAnswer play_auction(Book& book, const Bidders& bidders, const Market& market,
                        std::uint64_t seed, SimulationOptions options = {});

// What an auction came to, from its state alone.
AuctionResult result_of(const State& state);

}  // namespace auction
