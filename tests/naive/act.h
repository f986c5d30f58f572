// What somebody asks of the auctioneer, and what he answers.
#pragma once

#include <string>
#include <vector>

#include "tests/naive/rules.h"

namespace naive {

enum class Do {
  draw,
  open,
  begin,
  tick,
  recover,
  bid,
  request,
  pause,
  resume,
  extend,
  close,
  pass,
  retract,
  assign,
  adjust,
  cancel,
  undo,  // a sale
  reset,
  end,
  appoint,
  dismiss,
};

inline constexpr Int kLongestNote = 200;  // of the commissioner, in bytes

struct Who {
  int seat = -1;  // -1: none
  bool commissioner = false;
  bool host = false;
};

struct Act {
  Do what = Do::tick;
  Who who;
  Int now = 0;
  Int seq = 0;    // the number this act's first event would have in the log
  Int lot = 0;    // a lot's number
  int seat = -1;  // the manager it is about
  int asset = -1;
  Int amount = 0;           // a bid (0: none named), a price, a delta, milliseconds
  Int time = kNone;         // open: the instant named
  Int guard = kNone;        // bid: the last number the bidder had seen
  Int note = 0;             // the length of the commissioner's words, in bytes
  bool again = false;       // undo: the asset is to come up again
  Int promise = 0;          // draw: what the seed hashes to; reset: what the next one will; 0: none
  Int person = 0;           // appoint, dismiss; 0: nobody
  std::vector<int> assets;  // request; draw: the order that came out
};

// No reason: accepted. The limit is 0 when there is none to tell, `left` (milliseconds, told to a
// refused bid) when its lot is not open.
struct Answer {
  std::string reason;
  Int limit = 0;
  Int left = 0;

  bool accepted() const { return reason.empty(); }
  bool operator==(const Answer&) const = default;
};

}  // namespace naive
