// Rounds of bids before a full gallery: who heard which bid, and when.
//
//   Rounds rounds(gallery, {...});
//   const Heard heard = rounds.paced(200, 5ms);    // each bid when the last has reached everybody
//   const Heard heard = rounds.flood(3s, 64);      // always 64 on their way
//
// A bid is known by its amount, which only rises. Every line must hear every bid once and every bid
// must be acknowledged once as accepted; anything else ends the program. All times are of one clock
// in one process: from just before the bid is written to just after the news of it is read.
#pragma once

#include "benchmarks/wire/gallery.h"

namespace wire {

struct BidPlan {
  std::string auction = "auction";
  std::string lot = "lot";
  std::int64_t first = 1'000'000;
  std::int64_t step = 100'000;
  std::size_t bidders = 1;  // bid n comes from line n % bidders
};

struct Heard {
  std::size_t bids = 0;
  double seconds = 0;
  double processor_seconds = 0;     // ours
  std::vector<double> to_all_ms{};  // of each bid: until the last line has it
  std::vector<double> to_one_ms{};  // of each bid and line
  std::vector<double> ack_ms{};
};

class Rounds final : public Listener {
 public:
  Rounds(Gallery& gallery, BidPlan plan);

  Heard paced(std::size_t bids, std::chrono::milliseconds pause);
  Heard flood(std::chrono::milliseconds time, std::size_t window);

  void heard(std::size_t line, std::string_view text, Instant at) override;

 private:
  struct Bid {
    Instant sent;
    std::size_t reached = 0;
    bool acknowledged = false;
  };

  void begin();
  Heard end();
  void bid();
  void told(std::size_t line, std::string_view text, Instant at);
  void acknowledged(std::string_view text, Instant at);
  Bid& bid_at(std::size_t number);
  void take_done();

  Gallery* gallery_;
  BidPlan plan_;
  std::vector<Bid> bids_{};           // of this round
  std::size_t before_ = 0;            // bids of earlier rounds
  std::vector<std::size_t> heard_{};  // by line: how many of this round's
  std::vector<std::size_t> sums_{};   // and the sum of their numbers
  std::size_t on_their_way_ = 0;
  Heard result_;
  Instant began_;
  double processor_began_ = 0;
};

// The value below which that part of them lies.
double percentile(std::vector<double> values, double part);

}  // namespace wire
