// A rejection: a rule said no. A value, part of the contract, never an exception.
//
// It names the first rule that failed and, where an amount would have done, that amount. It changes
// nothing, above all not the clock.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "libauction/base/instant.h"

namespace auction {

// Bids: in the order in which they are judged. The numbers are written to stored answers: never
// reuse one.
enum class Reason : std::uint8_t {
  kAuctionNotRunning = 1,
  kPaused = 2,
  kLotClosed = 3,
  kNotAParticipant = 4,
  kAlreadyLeading = 5,
  kStale = 6,
  kTooLow = 7,
  kOffGrid = 8,
  kOverLimit = 9,
  kSquadFull = 10,
  kQuota = 11,
  kSquadUnfillable = 12,
  // Other commands.
  kNotAllowed = 20,
  kWrongState = 21,
  kUnknownLot = 22,
  kUnknownManager = 23,
  kUnknownAsset = 24,
  kOutOfRange = 25,
  kNotOwned = 26,
};

// The word of the wire: "too_low", "squad_unfillable"; and back.
std::string_view word(Reason reason);
std::optional<Reason> reason_of(std::string_view word);

struct Rejection {
  Reason reason = Reason::kNotAllowed;
  std::int64_t limit = 0;  // the value that would do, in the refused field's unit; 0: none would
  std::uint64_t seq = 0;   // the auction's seq it was judged against
  Millis left;             // of the lot's clock; 0 without an open lot

  bool operator==(const Rejection&) const = default;
};

}  // namespace auction
