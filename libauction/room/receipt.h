// A receipt: what came of a request, in the form in which it is kept and told.
//
// Accepted and refused ones are stored with the commit they belong to, so that every later delivery
// of the same request gets the same receipt, byte for byte, `replayed` apart. The other verdicts
// keep nothing. After `unavailable` nobody knows whether it was done (the store failed, and may
// have kept it): send it again with the same id, which does it once or tells that it was done.
#pragma once

#include <optional>

#include "libauction/auction/state.h"
#include "libauction/bid/rejection.h"

namespace auction {

// Numbers are written to stored answers: never reuse one.
enum class Verdict : std::uint8_t {
  kAccepted = 1,
  kRefused = 2,
  kCommandConflict = 3,  // another command has this id; nothing about it is told
  kUnavailable = 4,      // the store failed, or too much is waiting
  kQuarantined = 5,      // this room failed a check and serves no more
  kUnknownStream = 6,
};

std::string_view word(Verdict verdict);  // "command_conflict"

struct Receipt {
  Verdict verdict = Verdict::kUnavailable;
  bool replayed = false;    // the answer of an earlier delivery
  std::uint64_t seq = 0;    // accepted: of the first event; refused: judged against
  std::uint32_t count = 0;  // events; 0: accepted and nothing to do
  Instant at;               // the instant the request counted as
  std::optional<Reason> reason;
  std::int64_t limit = 0;  // what would have done
  Millis left;             // of the lot's clock

  // Of a bid: its lot as it stood after the decision, all zero when it was not open.
  Money price;
  Money next_bid;
  ManagerSlot leader = kNoManager;

  bool operator==(const Receipt&) const = default;
};

// The receipt of a request judged just now. `state` is after the events, if there were any.
Receipt accepted(const State& state, const Command& command, std::uint64_t seq, std::uint32_t count,
                 Instant at);
Receipt refused(const State& state, const Command& command, const Rejection& rejection, Instant at);

// The stored form: everything but `replayed`. Nothing when the bytes are not a receipt's.
Bytes encode(const Receipt& receipt);
std::optional<Receipt> decode_receipt(ByteView bytes);

}  // namespace auction
