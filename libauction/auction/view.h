// The view: everything a client shows, cut for one viewer, as of one instant.
//
// What the rules hide is not in it: with a hidden order nobody sees what comes next. It is a fold
// of the state and may be thrown away.
#pragma once

#include "libauction/auction/limit.h"

namespace auction {

inline constexpr std::size_t kBidsShown = 50;

struct LotView {
  LotNumber number;
  AssetSlot asset;
  std::uint16_t round = 1;
  bool reoffer = false;
  Money base_price;
  std::optional<Money> current_bid;
  ManagerSlot leader = kNoManager;
  std::uint32_t bid_count = 0;
  Money next_bid;
  std::uint16_t extensions = 0;
  Instant opened_at;
  Instant ends_at;
  Millis remaining;             // by the clock, or frozen in a pause
  std::vector<PlacedBid> bids;  // newest first, at most kBidsShown
  std::vector<Money> max_bids;  // of each manager on this lot; 0: none
};

struct ManagerView {
  ManagerSlot slot;
  Money purse;  // after what is sold, before what is led
  Money spent;
  std::uint16_t slots_used = 0;
  std::uint16_t slots_left = 0;
  std::vector<Holding> squad;
};

struct Progress {
  std::uint32_t total = 0;  // assets offered
  std::uint32_t sold = 0;
  std::uint32_t unsold = 0;
  std::uint32_t remaining = 0;
  std::uint16_t round = 1;
};

struct View {
  std::uint64_t seq = 0;
  Instant server_now;
  Status status = Status::kNone;
  Phase phase = Phase::kSetUp;
  EndReason reason = EndReason::kNone;
  Instant opens_at = kNever;  // the next lot's opening, or the scheduled begin
  Instant requests_end_at = kNever;
  std::vector<LotView> lots;  // open ones
  std::vector<ManagerView> managers;
  Progress progress;
  std::vector<AssetSlot> upcoming;  // in order; empty when the order is hidden
  std::vector<LotRecord> closed;    // lot n is closed[n - 1]; open ones have outcome kOpen
  ManagerSlot viewer = kNoManager;
  std::vector<AssetSlot> requested;  // the viewer's own
};

View view(const State& state, ManagerSlot viewer, Instant now);

}  // namespace auction
