// Commands: what somebody asks the auction to do. `decide` answers with events or a rejection.
//
// A command names managers, lots and assets by slot; ids were resolved at the door. Who acts and
// when comes with the Context, never with the payload.
#pragma once

#include <variant>

#include "libauction/auction/event.h"

namespace auction {

struct PlaceBid {
  LotNumber lot;
  Money amount;                    // 0: no amount named, the next price
  std::uint64_t expected_seq = 0;  // guard: refused `stale` if the lot has had a bid since; 0: none
};

// The host.
struct Create {
  Shared<Setup> setup;
};
struct DrawOrder {
  Seed seed;
};
struct Tick {};
struct Recover {};

// The commissioner. `note` says why.
struct Open {
  Instant at = kNever;
  Note note;
};  // kNever: as the rules say
struct Begin {
  Note note;
};
struct Pause {
  Note note;
};
struct Resume {
  Note note;
};
struct Cancel {
  Note note;
};
struct Extend {
  LotNumber lot;
  Millis by;
  Note note;
};
struct CloseNow {
  LotNumber lot;
  Note note;
};
struct PassLot {
  LotNumber lot;
  Note note;
};
struct Retract {
  LotNumber lot;
  Note note;
};
struct Assign {
  AssetSlot asset;
  ManagerSlot manager;
  Money price;
  Note note;
};
struct AdjustPurse {
  ManagerSlot manager;
  Money delta;
  Note note;
};

// Undoes a sale, however long ago: the manager gets the money back, the asset is to be had again.
struct VoidSale {
  LotNumber lot;
  bool reoffer = false;  // it comes up again, after all that is queued; else it is unsold
  Note note;
};
// Back to before the first lot.
struct Reset {
  Digest
      order_commitment;  // where the order is drawn: of the next draw's seed, a new one; else zero
  Note note;
};
// No further lot comes up; the lots on the block are concluded first.
struct End {
  Note note;
};
struct Appoint {
  ActorId who;
  Note note;
};
struct Dismiss {
  ActorId who;
  Note note;
};

// A manager.
struct RequestLots {
  AssetList assets;
};

using Command = std::variant<PlaceBid, Create, DrawOrder, Tick, Recover, Open, Begin, Pause, Resume,
                             Cancel, Extend, CloseNow, PassLot, Retract, Assign, AdjustPurse,
                             RequestLots, VoidSale, Reset, End, Appoint, Dismiss>;

inline constexpr Millis kMaxExtension{86'400'000};
inline constexpr std::size_t kMaxNote = 200;

// Who acts, resolved from the connection's identity.
struct Actor {
  ManagerSlot seat = kNoManager;
  bool commissioner = false;
  bool host = false;
};

inline constexpr Actor kHost{kNoManager, false, true};
constexpr Actor manager_at(ManagerSlot seat) { return {seat, false, false}; }

struct Context {
  Actor actor;
  Instant now;  // an instant before the last event counts as that instant
};

}  // namespace auction
