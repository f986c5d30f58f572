// Events: what happened, as conclusions. The state is a fold of them, and so is everything else.
//
// An event never asks apply to judge: drawn orders, resolved prices and moved deadlines are written
// out. An event is at most 64 bytes; set-up and orders are behind handles. Type numbers (the place
// in `Event`, from 1) are written to logs and never reused.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "libauction/auction/setup.h"

namespace auction {

using Note = std::optional<Shared<std::string>>;  // why, in the commissioner's words; <= 200 bytes
using AssetList = Shared<std::vector<AssetSlot>>;

enum class EndReason : std::uint8_t {
  kNone = 0,
  kAllLotsDone = 1,
  kAllSquadsFull = 2,
  kNobodyCanBid = 3,
  kEndedByCommissioner = 4
};
std::string_view word(EndReason reason);

struct AuctionCreated {
  Shared<Setup> setup;
  bool operator==(const AuctionCreated&) const = default;
};
struct RetentionCharged {
  ManagerSlot manager;
  Money paid;
  Money charged;
  bool operator==(const RetentionCharged&) const = default;
};
struct LotsOrdered {
  Shared<Seed> seed;
  AssetList order;
  bool operator==(const LotsOrdered&) const = default;
};
struct AuctionOpened {
  Instant begins_at = kNever;
  Note note;
  bool operator==(const AuctionOpened&) const = default;
};
struct AuctionBegan {
  std::uint16_t openings = 1;  // lots due to come up at once
  Note note;
  bool operator==(const AuctionBegan&) const = default;
};
struct LotOpened {
  LotNumber lot;
  AssetSlot asset;
  Money base_price;
  Instant ends_at;
  Instant hard_stop = kNever;
  bool operator==(const LotOpened&) const = default;
};
struct BidPlaced {
  LotNumber lot;
  ManagerSlot manager;
  Money amount;
  bool operator==(const BidPlaced&) const = default;
};
struct ClockExtended {
  LotNumber lot;
  Instant ends_at;
  bool operator==(const ClockExtended&) const = default;
};
struct LotSold {
  LotNumber lot;
  ManagerSlot winner;
  Money price;
  How how = How::kHammer;
  Note note;
  bool operator==(const LotSold&) const = default;
};
struct LotUnsold {
  LotNumber lot;
  How how = How::kHammer;
  bool will_reoffer = false;
  Note note;
  bool operator==(const LotUnsold&) const = default;
};
// The lot came up and nobody could buy it: it never opened.
struct LotPassed {
  LotNumber lot;
  AssetSlot asset;
  bool will_reoffer = false;
  bool operator==(const LotPassed&) const = default;
};
// The asset goes to a manager by hand, without having been open.
struct LotAssigned {
  LotNumber lot;
  AssetSlot asset;
  ManagerSlot manager;
  Money price;
  Note note;
  bool operator==(const LotAssigned&) const = default;
};
struct LotWithdrawn {
  LotNumber lot;
  bool operator==(const LotWithdrawn&) const = default;
};
struct OpeningScheduled {
  Instant at;
  bool operator==(const OpeningScheduled&) const = default;
};
struct RoundStarted {
  std::uint16_t round = 2;
  std::uint16_t openings = 1;
  AssetList order;
  bool operator==(const RoundStarted&) const = default;
};
struct RequestsOpened {
  Instant ends_at;
  bool operator==(const RequestsOpened&) const = default;
};
struct LotsRequested {
  ManagerSlot manager;
  AssetList assets;
  bool operator==(const LotsRequested&) const = default;
};
struct AuctionPaused {
  Note note;
  bool operator==(const AuctionPaused&) const = default;
};
struct AuctionResumed {
  Millis shift;
  Note note;
  bool operator==(const AuctionResumed&) const = default;
};
struct Recovered {
  Instant not_before;
  bool operator==(const Recovered&) const = default;
};
struct LotExtended {
  LotNumber lot;
  Instant ends_at;
  Note note;
  bool operator==(const LotExtended&) const = default;
};
// `bids_left` bids remain; the last of them leads at `price` (0: none).
struct BidRetracted {
  LotNumber lot;
  std::uint32_t bids_left = 0;
  ManagerSlot leader = kNoManager;
  Money price;
  Instant ends_at;
  Note note;
  bool operator==(const BidRetracted&) const = default;
};
struct PurseAdjusted {
  ManagerSlot manager;
  Money delta;
  Note note;
  bool operator==(const PurseAdjusted&) const = default;
};
struct AuctionCompleted {
  EndReason reason = EndReason::kAllLotsDone;
  bool operator==(const AuctionCompleted&) const = default;
};
struct AuctionCancelled {
  Note note;
  bool operator==(const AuctionCancelled&) const = default;
};
// The sale of a closed lot is undone. The asset is queued after all others, or it is unsold.
struct SaleVoided {
  LotNumber lot;
  bool will_reoffer = false;
  Note note;
  bool operator==(const SaleVoided&) const = default;
};
// Before the first lot again: every sale is void, every purse as retention left it.
struct AuctionReset {
  Digest order_commitment;  // of the seed of the next draw; zero where nothing is drawn
  Note note;
  bool operator==(const AuctionReset&) const = default;
};
// The commissioner ends the auction: what is open is concluded, nothing more comes up.
struct EndCalled {
  Note note;
  bool operator==(const EndCalled&) const = default;
};
// The auction was ended before the lot came up.
struct LotSkipped {
  LotNumber lot;
  AssetSlot asset;
  bool operator==(const LotSkipped&) const = default;
};
struct CommissionerAppointed {
  ActorId who;
  Note note;
  bool operator==(const CommissionerAppointed&) const = default;
};
struct CommissionerDismissed {
  ActorId who;
  Note note;
  bool operator==(const CommissionerDismissed&) const = default;
};

using Event =
    std::variant<AuctionCreated, RetentionCharged, LotsOrdered, AuctionOpened, AuctionBegan,
                 LotOpened, BidPlaced, ClockExtended, LotSold, LotUnsold, LotPassed, LotAssigned,
                 LotWithdrawn, OpeningScheduled, RoundStarted, RequestsOpened, LotsRequested,
                 AuctionPaused, AuctionResumed, Recovered, LotExtended, BidRetracted, PurseAdjusted,
                 AuctionCompleted, AuctionCancelled, SaleVoided, AuctionReset, EndCalled,
                 LotSkipped, CommissionerAppointed, CommissionerDismissed>;
static_assert(sizeof(Event) <= 64);

using Events = std::vector<Event>;

inline constexpr std::uint16_t kEventTypes = std::variant_size_v<Event>;
inline std::uint16_t type_number(const Event& event) {
  return static_cast<std::uint16_t>(event.index() + 1);
}
std::string_view type_name(std::uint16_t number);  // "BidPlaced"; "" for an unknown number
inline std::string_view type_name(const Event& event) { return type_name(type_number(event)); }

// Canonical bytes: u16 type, u32 length of the rest, then the fields in the order they are
// declared.
void put(Bytes& out, const Event& event);
std::optional<Event> read_event(ByteReader& in);

}  // namespace auction
