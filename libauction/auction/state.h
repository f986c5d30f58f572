// The state of one auction: what the events so far add up to.
//
// The hot part (seats, open lots, openings) is small and dense: a seat is 24 bytes, an open lot 64,
// and both are found by index. Catalogue and rules are shared handles. States compare by content
// and have one canonical byte form, so two machines can compare digests.
#pragma once

#include <optional>
#include <string_view>

#include "libauction/auction/command.h"

namespace auction {

enum class Status : std::uint8_t {
  kNone = 0,  // before the first event
  kSetUp = 1,
  kWaiting = 2,
  kRunning = 3,
  kPaused = 4,
  kCompleted = 5,
  kCancelled = 6,
};

// Completed or cancelled: no lot comes any more, unless somebody reopens it.
constexpr bool is_over(Status status) {
  return status == Status::kCompleted || status == Status::kCancelled;
}

// While running: what the auction waits for. kLotOpen wins over kGap when several lots run.
enum class Phase : std::uint8_t { kSetUp, kWaiting, kLotOpen, kGap, kRequests, kPaused, kDone };

std::string_view word(Status status);  // "running"
std::string_view word(Phase phase);    // "lot_open"

// A manager's hot part.
struct Seat {
  Money free;                // purse less the amounts led on open lots
  Money limit;               // cached: highest bid on a lot not led by this manager; 0: none
  std::uint16_t roster = 0;  // assets owned
  std::uint16_t led = 0;     // open lots led
  QuotaMask quotas_full = 0;

  bool operator==(const Seat&) const = default;
};
static_assert(sizeof(Seat) <= 24);

struct Holding {
  AssetSlot asset;
  LotNumber lot;  // 0: retained
  Money price;

  bool operator==(const Holding&) const = default;
};

// A manager's cold part: purse = budget - charged - spent + adjusted.
struct Account {
  Money budget;
  Money charged;
  Money spent;
  Money adjusted;
  std::vector<Holding> squad;
  std::vector<AssetSlot> requested;

  bool operator==(const Account&) const = default;
};

enum class AssetFate : std::uint8_t {
  kQueued = 0,
  kOpen = 1,
  kOwned = 2,
  kUnsold = 3,
  kWithdrawn = 4
};

struct AssetRecord {
  AssetFate fate = AssetFate::kQueued;
  QuotaMask quotas = 0;
  LotNumber last_lot;  // 0: never came up

  bool operator==(const AssetRecord&) const = default;
};

// Emptied lists of bids that keep their memory for the next lot. No part of the value.
struct Spares {
  std::vector<std::vector<PlacedBid>> lists;

  Spares() = default;
  Spares(const Spares&) {}
  Spares(Spares&&) = default;
  Spares& operator=(const Spares&) { return *this; }
  Spares& operator=(Spares&&) = default;
  bool operator==(const Spares&) const { return true; }
};

// No later than the next deadline. An extension only stores the lot's new end and leaves the alarm
// as it was; it is set anew when it fires. No part of the value.
struct Alarm {
  Instant at = kNever;

  bool operator==(const Alarm&) const { return true; }
};

struct State {
  std::uint64_t seq = 0;             // events so far
  Instant last_at;                   // of the last event
  Instant begins_at = kNever;        // waiting: the scheduled begin
  Instant requests_end_at = kNever;  // running: the request stage
  Instant paused_at;                 // paused: where the clocks stand
  Alarm alarm;                       // cached: no transition is due before it
  Status status = Status::kNone;
  EndReason end_reason = EndReason::kNone;  // running or paused: the end that was called
  std::uint16_t round = 1;

  Shared<RuleSet> rules;
  Shared<Setup> setup;  // as it stands: commissioners come and go, a reset promises another draw

  std::vector<Seat> seats;
  std::vector<std::uint8_t> quota_counts;  // seats x quotas, owned and led
  std::vector<OpenLot> open;               // by lot number
  std::vector<std::uint8_t> slot_of_lot;   // by lot number: place in `open`, kClosed when not open
  std::vector<Instant> openings;           // sorted
  std::vector<std::vector<PlacedBid>>
      bids;  // of each open lot; spare ones behind keep their memory

  std::vector<Account> accounts;
  std::vector<AssetRecord> assets;
  std::vector<LotRecord> lots;   // lot n is lots[n - 1]
  std::vector<AssetSlot> queue;  // upcoming, the next one last
  Spares spares;

  bool operator==(const State&) const = default;
};
static_assert(sizeof(State) <= 512);

inline constexpr std::uint8_t kClosed = 255;

// The open lot, or nothing. O(1).
inline const OpenLot* find_open(const State& state, LotNumber lot) {
  if (lot.value >= state.slot_of_lot.size()) return nullptr;
  const std::uint8_t slot = state.slot_of_lot[lot.value];
  return slot == kClosed ? nullptr : &state.open[slot];
}

// The commissioner has ended the auction; the lots on the block are still to be concluded.
inline bool is_ending(const State& state) {
  return state.end_reason != EndReason::kNone && state.status != Status::kCompleted;
}

// The rules draw the order and nobody has drawn it yet: assets wait, and no queue holds them.
bool order_missing(const State& state);

Phase phase(const State& state);
Actor actor_of(const State& state, ActorId id);  // no seat and no rights for a stranger
std::optional<ManagerSlot> find_manager(const State& state, ManagerId id);

inline Money purse(const Account& a) { return a.budget - a.charged - a.spent + a.adjusted; }

// Canonical bytes of the whole state (caches left out and rebuilt by the reader), and their
// SHA-256.
void put(Bytes& out, const State& state);
std::optional<State> read_state(ByteView bytes);
Digest state_digest(const State& state);

}  // namespace auction
