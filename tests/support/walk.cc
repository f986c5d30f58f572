#include "tests/support/walk.h"

#include <cstdio>

#include "libauction/auction/invariants.h"
#include "tests/draw/command.h"
#include "tests/draw/setup.h"
#include "tests/support/bookkeeper.h"
#include "tests/support/describe.h"
#include "tests/support/replayed.h"
#include "tests/support/twin.h"

namespace auction {
namespace {

constexpr Instant kWalkStart{1'000'000};
constexpr Actor kCommissioner{kNoManager, true, false};

class Walk {
 public:
  Walk(std::uint64_t seed, const WalkOptions& options, WalkTally& tally)
      : chance_(seed),
        options_(options),
        tally_(tally),
        setup_(draw_setup(chance_)),
        with_naive_(seed % options.naive_in == 0),
        sealed_(seed % options.sealed_in == 0),
        twin_(setup_, kWalkStart, with_naive_, &log_),
        book_(setup_) {}

  std::string run() {
    if (options_.trace) std::printf("%s\n", describe(*setup_).c_str());
    tally_.auctions += 1;
    tally_.compared += with_naive_;
    watch();
    const std::int64_t commands = chance_.between(15, 90);
    const std::int64_t snapshots[] = {chance_.between(0, commands), chance_.between(0, commands)};
    int left_after_the_end = 3;
    for (std::int64_t i = 0; i < commands && left_after_the_end > 0 && fine(); ++i) {
      for (const std::int64_t place : snapshots)
        if (place == i) replayed_.keep(twin_.state);
      step(draw_command(chance_, twin_.state));
      if (over()) --left_after_the_end;
    }
    run_on();
    if (fine()) wrong_ = replayed_.check(log_, twin_.state, sealed_);
    return wrong_;
  }

 private:
  bool fine() const { return wrong_.empty(); }
  bool over() const { return is_over(twin_.state.status); }

  void step(const Drawn& drawn) {
    ++tally_.commands;
    before(drawn);
    const std::size_t records = log_.marks.size();
    wrong_ = twin_.hear(drawn.command, drawn.context);
    if (options_.trace) tell(drawn, records);
    if (fine()) watch();
    if (fine()) after(drawn);
  }

  void tell(const Drawn& drawn, std::size_t from) const {
    for (; from + (twin_.answer ? 0 : 1) < log_.marks.size(); ++from)
      std::printf("  %lld tick\n", static_cast<long long>(log_.marks[from].at.unix_ms));
    std::printf("  %s -> %s\n", describe(drawn.command, drawn.context).c_str(),
                describe(twin_.answer).c_str());
  }

  // Looks at every record since the last time, then at the state they led to.
  void watch() {
    std::size_t ticks = 0;
    for (; seen_ < log_.marks.size(); ++seen_, ++ticks) {
      const Mark& mark = log_.marks[seen_];
      const auto events = std::span<const Event>(log_.events).subspan(mark.first, mark.count);
      if (mark.count > 8 && type_name(events.front()) == "BidPlaced") wrong_ = "too many events";
      for (const Event& event : events) ++tally_.events[type_number(event)];
      book_.see(events, mark.at);
    }
    if (ticks > 3) tally_.note(Rare::kOverdue);
    if (fine()) book_.compare(twin_.state);
    if (fine()) wrong_ = book_.wrong();
    if (fine()) wrong_ = broken_invariant(twin_.state);
  }

  // What the command is about to meet, seen before anything is settled.
  void before(const Drawn& drawn) {
    const State& state = twin_.state;
    const Instant now = effective_now(state, drawn.context.now);
    lot_ = OpenLot{};
    end_ahead_ = Millis{0};
    before_ = {state.status, state.requests_end_at != kNever, !state.open.empty()};
    if (std::holds_alternative<Recover>(drawn.command) && next_deadline(state) <= now) {
      tally_.note(Rare::kRecoveredOverdue);
    }
    if (std::holds_alternative<Resume>(drawn.command) && !state.open.empty()) {
      if (state.open.front().hard_stop != kNever) tally_.note(Rare::kPauseOverHardStop);
    }
    if (const auto* retract = std::get_if<Retract>(&drawn.command)) {
      const OpenLot* open = find_open(state, retract->lot);
      bids_before_ = open ? open->bid_count : 0;
    }
    const auto* bid = std::get_if<PlaceBid>(&drawn.command);
    const OpenLot* lot = bid ? find_open(state, bid->lot) : nullptr;
    if (lot == nullptr || state.status != Status::kRunning) return;
    lot_ = *lot;
    end_ahead_ = lot->ends_at - now;
    if (now == lot->ends_at) {
      tally_.note(Rare::kBidAtTheEnd);
      if (now == lot->hard_stop) tally_.note(Rare::kBidAtTheHardStop);
    }
    if (state.open.size() >= 3) tally_.note(Rare::kManyOpen);
  }

  void after(const Drawn& drawn) {
    const State& state = twin_.state;
    tally_.note(state);
    if (twin_.answer) return tally_.note(twin_.answer->reason);
    ++tally_.accepted;
    const auto* bid = std::get_if<PlaceBid>(&drawn.command);
    if (bid != nullptr && lot_.number == bid->lot) after_bid(*bid, drawn.context.actor.seat);
    if (std::holds_alternative<Retract>(drawn.command)) after_retraction();
    for (const Event& event : twin_.events) after_change(event);
  }

  // What undoing and ending met. Settling may have moved the auction on; the events cannot lie.
  void after_change(const Event& event) {
    const State& state = twin_.state;
    if (const auto* undone = std::get_if<SaleVoided>(&event)) {
      const ManagerSlot winner = state.lots[undone->lot.value - 1].winner;
      if (state.seats[winner.value].led > 0) tally_.note(Rare::kVoidedALeaders);
      if (state.status == Status::kCompleted) tally_.note(Rare::kVoidedAfterTheEnd);
      if (twin_.events.size() > 1) tally_.note(Rare::kVoidMadeAnOpening);
      const bool requests = state.requests_end_at != kNever;
      if (requests && undone->will_reoffer) tally_.note(Rare::kVoidedAtRequests);
    }
    if (std::holds_alternative<AuctionReset>(event)) {
      if (before_.status == Status::kCompleted) tally_.note(Rare::kResetAfterTheEnd);
      if (std::holds_alternative<LotWithdrawn>(twin_.events.front()))
        tally_.note(Rare::kResetInPlay);
    }
    if (std::holds_alternative<EndCalled>(event)) {
      if (!state.open.empty()) tally_.note(Rare::kEndedInPlay);
      if (before_.requests && !before_.open) tally_.note(Rare::kEndedAtRequests);
    }
  }

  void after_bid(const PlaceBid& bid, ManagerSlot seat) {
    const SoftClose& rule = setup_->rules->clock.soft_close;
    const OpenLot* lot = find_open(twin_.state, bid.lot);
    if (lot == nullptr) return;
    if (end_ahead_ == Millis{1}) tally_.note(Rare::kBidJustBeforeTheEnd);
    if (twin_.state.seats[seat.value].free == Money{0}) tally_.note(Rare::kPurseUsedUp);
    if (twin_.events.size() < 2) return;
    ++tally_.clocks[static_cast<std::size_t>(rule.trigger)][static_cast<std::size_t>(rule.form)];
    if (lot->extensions == rule.max_extensions) tally_.note(Rare::kCapReached);
    if (lot->ends_at < lot_.ends_at) tally_.note(Rare::kShortened);
    if (lot->ends_at == lot->hard_stop) tally_.note(Rare::kCutByHardStop);
  }

  void after_retraction() {
    const auto& retracted = std::get<BidRetracted>(twin_.events.front());
    const OpenLot* lot = find_open(twin_.state, retracted.lot);
    if (lot == nullptr) return;
    if (retracted.bids_left > 0) tally_.note(Rare::kFellBack);
    if (retracted.bids_left + 1u < bids_before_) tally_.note(Rare::kSkippedBid);
  }

  // Nobody acts any more: what is open closes, and the auction ends, within bounded time.
  void run_on() {
    if (!fine()) return;
    const Instant now = twin_.state.last_at;
    const Status status = twin_.state.status;
    if (order_missing(twin_.state)) {
      step({DrawOrder{promised_seed(*twin_.state.setup)}, {kHost, now}});
    }
    if (status == Status::kSetUp) step({Open{}, {kCommissioner, now}});
    if (twin_.state.status == Status::kWaiting) step({Begin{}, {kCommissioner, now}});
    if (status == Status::kPaused) step({Resume{}, {kCommissioner, now}});
    for (int i = 0; i < 200 && fine() && next_deadline(twin_.state) != kNever; ++i) {
      step({Tick{}, {kHost, next_deadline(twin_.state)}});
    }
    if (fine() && !over()) wrong_ = "the auction never ends";
    if (fine() && !nothing_due(twin_.state, kNever)) wrong_ = "something is due after the end";
  }

  Chance chance_;
  const WalkOptions& options_;
  WalkTally& tally_;
  Shared<Setup> setup_;
  bool with_naive_, sealed_;
  Log log_;
  Twin twin_;
  Bookkeeper book_;
  Replayed replayed_;
  std::size_t seen_ = 0;
  OpenLot lot_;  // the lot a bid was about, as it was before
  Millis end_ahead_;
  std::size_t bids_before_ = 0;
  struct {
    Status status = Status::kNone;
    bool requests = false;
    bool open = false;
  } before_;  // the last command
  std::string wrong_;
};

}  // namespace

std::string walk_auction(std::uint64_t seed, const WalkOptions& options, WalkTally& tally) {
  return Walk(seed, options, tally).run();
}

}  // namespace auction
