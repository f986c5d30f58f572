// The auction as the book tells it: read from the first line to the last, every time.
#pragma once

#include <vector>

#include "tests/naive/fact.h"

namespace naive {

enum class Status { set_up, waiting, running, paused, completed, cancelled };
enum class Fate { open, sold, unsold, withdrawn, voided };
enum class Why { none, no_bids, passed, nobody_can_bid, closed, hammer, assigned, withdrawn };

struct Bid {
  int seat = 0;
  Int amount = 0;
  Int at = 0;
  Int seq = 0;
};

// One offering of an asset. Its number is its place in Picture::lots, plus one.
struct Lot {
  int asset = 0;
  Int round = 0;
  Int opened = 0;
  Int ends = 0;
  Int hard_stop = kNone;
  Int extensions = 0;
  Int last_seq = 0;       // of its last bid or retraction
  std::vector<Bid> bids;  // those that stand, oldest first
  Fate fate = Fate::open;
  Why why = Why::none;
  int winner = -1;
  Int price = 0;
  Int closed = 0;
  bool will_reoffer = false;
  int place = 0;  // the how-manieth lot to be concluded

  bool is_open() const { return fate == Fate::open; }
  int leader() const { return bids.empty() ? -1 : bids.back().seat; }
};

struct Picture {
  Status status = Status::set_up;
  bool drawn = false;
  Int starts = kNone;  // waiting: the set time
  Int paused_at = kNone;
  Int last = 0;  // when the last line was written
  std::vector<Lot> lots;
  std::vector<int> queue;
  std::vector<Int> openings;
  Int rounds = 0;                       // re-offer rounds so far
  Int requests_end = kNone;             // the request stage, when open
  std::vector<std::vector<int>> named;  // by seat
  std::vector<Int> adjusted;            // by seat
  int concluded = 0;
  Ending ending = Ending::none;  // also of an auction that is being ended by the commissioner
  std::size_t old_lots = 0;      // those of before the last reset
  Int promise = 0;
  std::vector<Int> commissioners;

  bool is_open(Int lot) const;
  bool any_open() const;
  bool live() const { return status == Status::running || status == Status::paused; }
  bool being_ended() const { return live() && ending != Ending::none; }
  // A commissioner's act in a pause reckons with the instant of the pause.
  Int clock(Int now) const { return status == Status::paused ? paused_at : now; }
};

Picture read(const Setup& setup, const std::vector<Line>& book);

}  // namespace naive
