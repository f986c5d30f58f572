#include "libauction/bid/rejection.h"

#include <array>

namespace auction {
namespace {

struct Named {
  Reason reason;
  std::string_view word;
};

constexpr std::array<Named, 19> kWords{{
    {Reason::kAuctionNotRunning, "auction_not_running"},
    {Reason::kPaused, "paused"},
    {Reason::kLotClosed, "lot_closed"},
    {Reason::kNotAParticipant, "not_a_participant"},
    {Reason::kAlreadyLeading, "already_leading"},
    {Reason::kStale, "stale"},
    {Reason::kTooLow, "too_low"},
    {Reason::kOffGrid, "off_grid"},
    {Reason::kOverLimit, "over_limit"},
    {Reason::kSquadFull, "squad_full"},
    {Reason::kQuota, "quota"},
    {Reason::kSquadUnfillable, "squad_unfillable"},
    {Reason::kNotAllowed, "not_allowed"},
    {Reason::kWrongState, "wrong_state"},
    {Reason::kUnknownLot, "unknown_lot"},
    {Reason::kUnknownManager, "unknown_manager"},
    {Reason::kUnknownAsset, "unknown_asset"},
    {Reason::kOutOfRange, "out_of_range"},
    {Reason::kNotOwned, "not_owned"},
}};

}  // namespace

std::string_view word(Reason reason) {
  for (const Named& n : kWords) {
    if (n.reason == reason) return n.word;
  }
  return "";
}

std::optional<Reason> reason_of(std::string_view word) {
  for (const Named& n : kWords) {
    if (n.word == word) return n.reason;
  }
  return std::nullopt;
}

}  // namespace auction
