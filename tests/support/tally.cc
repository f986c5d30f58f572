#include "tests/support/tally.h"

#include <cstdio>

namespace auction {
namespace {

constexpr Reason kReasons[] = {
    Reason::kAuctionNotRunning, Reason::kPaused,     Reason::kLotClosed,  Reason::kNotAParticipant,
    Reason::kAlreadyLeading,    Reason::kStale,      Reason::kTooLow,     Reason::kOffGrid,
    Reason::kOverLimit,         Reason::kSquadFull,  Reason::kQuota,      Reason::kSquadUnfillable,
    Reason::kNotAllowed,        Reason::kWrongState, Reason::kUnknownLot, Reason::kUnknownManager,
    Reason::kUnknownAsset,      Reason::kOutOfRange, Reason::kNotOwned,
};

constexpr const char* kStages[] = {"set_up",   "waiting", "lot_open",  "gap",
                                   "requests", "paused",  "completed", "cancelled"};

constexpr const char* kTriggers[] = {"any", "price_changed", "leader_changed"};
constexpr const char* kForms[] = {"additive", "floor", "reset"};

constexpr const char* kRare[] = {
    "bid 1 ms before the end",   "bid exactly at the end",      "bid at the hard stop",
    "cut by the hard stop",      "cap of extensions reached",   "shortened by a reset",
    "purse exactly used",        "fell back to an earlier bid", "passed over a bid",
    "three transitions at once", "recovered after a deadline",  "pause moved a hard stop",
    "bid with 3 lots open",      "voided a leader's sale",      "voided in the request stage",
    "voided after the end",      "a void made an opening",      "reset after the end",
    "reset with a lot open",     "ended with a lot open",       "ended in the request stage",
};

std::size_t stage_of(const State& state) {
  switch (state.status) {
    case Status::kNone:
    case Status::kSetUp:
      return 0;
    case Status::kWaiting:
      return 1;
    case Status::kPaused:
      return 5;
    case Status::kCompleted:
      return 6;
    case Status::kCancelled:
      return 7;
    case Status::kRunning:
      break;
  }
  if (!state.open.empty()) return 2;
  return state.requests_end_at == kNever ? 3 : 4;
}

class Printer {
 public:
  explicit Printer(std::uint64_t least) : least_(least) {}

  void line(const char* kind, std::string name, std::uint64_t count) {
    const bool low = count < least_;
    std::printf("  %-8s %-28s %12llu%s\n", kind, name.c_str(),
                static_cast<unsigned long long>(count), low ? "  TOO FEW" : "");
    enough_ = enough_ && !low;
  }

  bool enough() const { return enough_; }

 private:
  std::uint64_t least_;
  bool enough_ = true;
};

}  // namespace

void WalkTally::note(const State& state) { ++stages[stage_of(state)]; }

bool print(const WalkTally& tally, std::uint64_t least) {
  Printer out(least);
  for (const Reason reason : kReasons)
    out.line("refused", std::string(word(reason)), tally.reasons[static_cast<std::size_t>(reason)]);
  for (std::uint16_t type = 1; type <= kEventTypes; ++type)
    out.line("event", std::string(type_name(type)), tally.events[type]);
  for (std::size_t i = 0; i < tally.stages.size(); ++i)
    out.line("stage", kStages[i], tally.stages[i]);
  for (std::size_t t = 0; t < 3; ++t)
    for (std::size_t f = 0; f < 3; ++f)
      out.line("clock", std::string(kTriggers[t]) + " x " + kForms[f], tally.clocks[t][f]);
  for (std::size_t i = 0; i < tally.rare.size(); ++i) out.line("rare", kRare[i], tally.rare[i]);
  return out.enough();
}

}  // namespace auction
