// What happened in a walk, counted: a proof that never met a case proves nothing about it.
#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "libauction/auction/state.h"
#include "libauction/bid/rejection.h"

namespace auction {

// Rare by nature; drawn for on purpose.
enum class Rare : std::uint8_t {
  kBidJustBeforeTheEnd,  // accepted, one millisecond left
  kBidAtTheEnd,          // refused
  kBidAtTheHardStop,     // refused, at an end that the hard stop set
  kCutByHardStop,        // an extension that the hard stop shortened
  kCapReached,           // the last extension the rules allow
  kShortened,            // a reset form that moved the end nearer
  kPurseUsedUp,          // a bid of all the money there is
  kFellBack,             // a retraction that an earlier bid survived
  kSkippedBid,           // a retraction that passed over a bid no longer affordable
  kOverdue,              // three or more transitions due at once
  kRecoveredOverdue,     // a restart after a deadline
  kPauseOverHardStop,    // a resume that moved a hard stop
  kManyOpen,             // a bid while three or more lots are open
  kVoidedALeaders,       // a sale voided while its winner leads an open lot
  kVoidedAtRequests,     // in the request stage, to come up again
  kVoidedAfterTheEnd,
  kVoidMadeAnOpening,  // a place was free for the asset at once
  kResetAfterTheEnd,
  kResetInPlay,      // with a lot open
  kEndedInPlay,      // the end called with a lot open
  kEndedAtRequests,  // and in the request stage
  kCount,
};

struct WalkTally {
  std::array<std::uint64_t, 32> reasons{};
  std::array<std::uint64_t, kEventTypes + 1> events{};
  std::array<std::uint64_t, 8> stages{};
  std::array<std::array<std::uint64_t, 3>, 3> clocks{};  // trigger, form
  std::array<std::uint64_t, static_cast<std::size_t>(Rare::kCount)> rare{};
  std::uint64_t auctions = 0;
  std::uint64_t compared = 0;  // auctions that the naive auctioneer went along with
  std::uint64_t commands = 0;
  std::uint64_t accepted = 0;

  void note(Rare what) { ++rare[static_cast<std::size_t>(what)]; }
  void note(Reason reason) { ++reasons[static_cast<std::size_t>(reason)]; }
  void note(const State& state);  // the stage a command was judged in
};

// Prints the table; false (and says which) if a line is below `least`.
bool print(const WalkTally& tally, std::uint64_t least);

}  // namespace auction
