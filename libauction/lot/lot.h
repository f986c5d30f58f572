// A lot: one offering of an asset. A re-offer is a new lot with a new number.
//
// OpenLot is the hot part, one cache line; what happened to closed lots is in LotRecord.
#pragma once

#include <cstdint>
#include <string_view>

#include "libauction/base/id.h"
#include "libauction/base/instant.h"
#include "libauction/base/money.h"
#include "libauction/catalogue/asset.h"
#include "libauction/roster/quota.h"

namespace auction {

using LotNumber = Index<struct LotNumberTag, std::uint32_t>;     // from 1
using ManagerSlot = Index<struct ManagerSlotTag, std::uint8_t>;  // seat at the table, from 0

inline constexpr ManagerSlot kNoManager{255};
inline constexpr std::size_t kMaxManagers = 64;
inline constexpr std::size_t kMaxOpenLots = 128;
inline constexpr std::size_t kMaxLots = 65'535;

enum class FormatKind : std::uint8_t { kEnglish = 0 };

struct OpenLot {
  Instant ends_at;
  Instant hard_stop = kNever;
  Money price;  // 0 without a bid
  Money base;
  Money next_bid;                  // the least bid that would be high enough
  std::uint64_t last_bid_seq = 0;  // 0 without a bid
  LotNumber number;
  std::uint32_t bid_count = 0;
  AssetSlot asset;
  QuotaMask quotas = 0;  // which quotas the asset counts against
  std::uint16_t extensions = 0;
  ManagerSlot leader = kNoManager;
  FormatKind format = FormatKind::kEnglish;

  bool operator==(const OpenLot&) const = default;
};
static_assert(sizeof(OpenLot) <= 64);

struct PlacedBid {
  Money amount;
  std::uint64_t seq = 0;
  Instant at;
  ManagerSlot manager;

  bool operator==(const PlacedBid&) const = default;
};

// Numbers are written to the log: never reuse one.
// A voided lot was sold: winner and price tell to whom.
enum class Outcome : std::uint8_t {
  kOpen = 0,
  kSold = 1,
  kUnsold = 2,
  kWithdrawn = 3,
  kVoided = 4
};
enum class How : std::uint8_t {
  kHammer = 0,
  kClosedByCommissioner = 1,
  kPassed = 2,
  kNobodyCanBid = 3,
  kAssigned = 4,
  kWithdrawn = 5,
};

std::string_view word(Outcome outcome);  // "sold"
std::string_view word(How how);          // "closed_by_commissioner"

struct LotRecord {
  AssetSlot asset;
  Outcome outcome = Outcome::kOpen;
  How how = How::kHammer;
  ManagerSlot winner = kNoManager;
  std::uint16_t round = 1;
  Money price;
  std::uint32_t bid_count = 0;
  Instant opened_at;

  bool operator==(const LotRecord&) const = default;
};

// Sold, if voided afterwards or not: winner and price say to whom and for how much.
inline bool was_sold(const LotRecord& lot) {
  return lot.outcome == Outcome::kSold || lot.outcome == Outcome::kVoided;
}

}  // namespace auction
