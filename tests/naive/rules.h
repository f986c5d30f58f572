// What an auction is set up with, in the plainest words there are: integers and lists.
//
// The naive auctioneer shares no type and no rule with the engine it is compared with. Money, times
// and numbers are all `Int`; seats and assets are places in the lists below, from 0.
#pragma once

#include <limits>
#include <vector>

namespace naive {

using Int = long long;

inline constexpr Int kMost = (Int{1} << 53) - 1;
// A rule or an instant that is not there.
inline constexpr Int kNone = std::numeric_limits<Int>::min();

enum class Bidding { any_higher, ladder, fixed_next };
enum class Trigger { any, price_changed, leader_changed };
enum class Form { additive, floor, reset };
enum class Again { never, rounds, by_request };

struct Band {
  Int from = 0;
  Int below = kNone;  // kNone: the last band
  Int step = 1;
};

struct Rules {
  Bidding bidding = Bidding::any_higher;
  Int grid = 1;              // any_higher: rungs are its multiples
  std::vector<Band> ladder;  // ladder and fixed_next
  bool self_raise = false;

  Int min_squad = 0;
  Int max_squad = 64;
  Int reserve = 0;              // kept back for each slot still missing to the minimum
  std::vector<Int> quota_most;  // how many of each kind a squad may hold
  std::vector<Int> slabs;       // retention: what the first, second, ... capped player costs
  Int uncapped_slab = 0;        // and each uncapped one

  Int lot_ms = 30000;
  bool soft_close = false;
  Trigger trigger = Trigger::any;
  Form form = Form::floor;
  Int window_ms = 0;
  Int by_ms = 0;
  Int max_extensions = kNone;
  Int hard_stop_ms = kNone;

  Int open_lots = 1;
  Int gap_ms = 0;
  bool waiting_room = true;
  Int start_delay_ms = 0;
  Int grace_ms = kNone;
  bool drawn_order = false;

  Again again = Again::never;
  Int rounds = 0;
  Int names = 0;  // by request: how many assets a manager may name
  Int request_ms = 0;
};

struct Asset {
  Int base = 1;
  std::vector<int> kinds;  // the quotas it counts against
  bool capped = true;
};

struct Retained {
  int asset = 0;
  Int paid = 0;
};

struct Seat {
  Int budget = 0;
  std::vector<Retained> retained;
};

struct Setup {
  Rules rules;
  std::vector<Asset> assets;
  std::vector<Seat> seats;
  std::vector<int> order;  // the assets for sale, as they shall come up
  Int promise = 0;         // what the seed of the draw hashes to
  std::vector<Int> commissioners;
  Int at = 0;
};

}  // namespace naive
