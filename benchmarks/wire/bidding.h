// The bidding of one league, by somebody who sees what everybody in its room sees: eight managers
// with five sockets each, and four ways to bid.
//
//   kLegal   one bid that the rules allow by all that was told: it must be accepted, unless the lot
//            closes before it arrives
//   kRace    two managers, one amount, at once: one of them must win
//   kRetry   one command twice, over two sockets: one bid, two answers that say the same
//   kLow     the current bid again: it must be refused
//
// Nothing is judged here. Every answer is written down as it came, and so is everything that the
// first socket was told; load.py holds both against the log.
#pragma once

#include <cstdio>
#include <map>
#include <random>
#include <string>
#include <unordered_map>

#include "benchmarks/wire/gallery.h"

namespace wire {

struct LeagueCast {
  std::string auction;
  std::size_t first_line = 0;
  std::size_t lines = 0;  // line first_line + i is of manager i % managers.size()
  std::vector<std::string> managers{};
};

class Bidding {
 public:
  Bidding(Gallery& gallery, LeagueCast cast, std::uint64_t seed, std::FILE* report);

  void act(Instant now);  // a bid, if it is time for one
  void heard(std::size_t line, std::string_view text, Instant at);
  void finish(Instant now);  // writes down what was never answered
  std::size_t outstanding() const { return asked_.size(); }
  std::size_t placed() const { return placed_; }

 private:
  enum class Way : std::uint8_t { kLegal, kRace, kRetry, kLow };
  struct Asked {
    Way way;
    std::size_t manager;
    std::int64_t amount;
    std::uint64_t command;
    Instant sent;
  };
  // What one line was told of the log: how much, how it read, and whether a seq was missing.
  struct Story {
    std::uint64_t events = 0;
    std::uint64_t digest = 14'695'981'039'346'656'037U;  // FNV-1a
    std::int64_t last_seq = -1;
    bool gap = false;
  };

  void answered(std::string_view text, Instant at);
  void told(std::size_t line, std::string_view text);
  void watch(std::string_view name, std::string_view json);
  void bid(Way way, std::size_t manager, std::int64_t amount, std::uint64_t command, Instant now);
  std::vector<std::size_t> able(std::int64_t amount) const;
  std::size_t any(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(chance_);
  }
  void wait(Instant now);

  Gallery* gallery_;
  LeagueCast cast_;
  std::mt19937_64 chance_;
  std::FILE* report_;

  std::string lot_;  // empty: none is open
  std::int64_t current_ = 0, next_ = 0;
  std::string leader_;
  std::map<std::string, std::int64_t> max_bids_;
  std::int64_t known_seq_ = -1;  // of the last bid that was acknowledged as accepted
  std::size_t bids_left_ = 0;    // on this lot, before we let the hammer fall
  Instant due_{};

  std::size_t placed_ = 0;
  std::uint64_t commands_;
  std::unordered_map<std::uint64_t, Asked> asked_;  // by the number of the ack
  std::vector<Story> stories_;
};

}  // namespace wire
