#include "tests/faults/fault_world.h"

#include <utility>

#include "libauction/auction/deadline.h"
#include "libauction/auction/invariants.h"
#include "libauction/replay/verify.h"
#include "tests/draw/command.h"
#include "tests/draw/setup.h"
#include "tests/faults/faulty_disk.h"
#include "tests/faults/faulty_network.h"

namespace auction {
namespace {

constexpr Instant kStart{1'000'000};
constexpr ActorId kStranger{0xdead, 1};

class World final {
 public:
  World(std::uint64_t seed, FaultTally& tally) : seed_(seed), fortune_(seed, tally) {
    judge_.stamps_stand = fortune_.mix.moves_nothing();
    hall_.now = kStart;
    hall_.store.witness = [this](std::span<const StreamBatch> kept) { judge_.see(kept); };
  }

  std::string run() {
    const std::size_t rooms = 1 + fortune_.chance.below(2);
    for (std::size_t i = 0; i < rooms; ++i) create(i);
    const std::int64_t steps = fortune_.chance.between(20, 110);
    for (std::int64_t i = 0; i < steps && fine(); ++i) step();
    stop_faults();
    if (fine()) settle_down();
    for (const StreamId room : rooms_) {
      if (fine()) check_end(room);
    }
    count();
    return wrong_;
  }

 private:
  bool fine() {
    if (wrong_.empty()) wrong_ = hall_.ear.wrong;
    if (wrong_.empty()) wrong_ = hall_.store.wrong();
    if (wrong_.empty()) wrong_ = judge_.wrong();
    if (wrong_.empty() && !hall_.ear.quarantines.empty()) {
      wrong_ = "quarantined: " + hall_.ear.quarantines.front();
    }
    return wrong_.empty();
  }

  void create(std::size_t number) {
    Setup setup = *draw_setup(fortune_.chance);
    setup.auction = {seed_ + 1, number + 1};
    setup.commissioners = {kCommissionerId};
    rooms_.push_back(stream_of(setup.auction));
    Request request;
    request.stream = rooms_.back();
    request.host = true;
    request.command = Create{Shared<Setup>(setup)};
    network_.send(std::move(request));
  }

  void step() {
    const StreamId room = rooms_[fortune_.chance.below(rooms_.size())];
    const State* state = hall_.house->shown(room);
    if (state == nullptr || state->seq == 0) {
      network_.retry();
      pass(Millis{fortune_.chance.between(0, 50)});
    } else {
      wish_something(room, *state);
    }
    if (fortune_.strikes(fortune_.mix.stall)) return stall(room);
    if (fortune_.strikes(fortune_.mix.unreadable)) {
      hall_.store.unreadable = !hall_.store.unreadable;
      fortune_.tally.note(Happened::kUnreadable);
    }
    network_.deliver_due();
    hall_.turn();
    fortune_.tally.note(Happened::kRanAhead, hall_.house->committing());
    disk_.work();
    if (fortune_.strikes(fortune_.mix.rival)) rival(room);
    if (fortune_.strikes(fortune_.mix.crash)) crash();
    network_.listen();
  }

  void wish_something(StreamId room, const State& state) {
    const Drawn drawn = draw_command(fortune_.chance, state);
    // The instants that matter lie around deadlines; to reach one the world lets time pass.
    const Millis ahead = drawn.context.now - hall_.now;
    if (ahead > Millis{0} && ahead < seconds(100'000)) pass(ahead);
    Request request;
    request.stream = room;
    request.command = drawn.command;
    request.host = drawn.context.actor.host;
    if (drawn.context.actor.commissioner) {
      request.actor = state.setup->commissioners.front();
    } else if (drawn.context.actor.seat.value < state.seats.size()) {
      const ManagerId id = state.setup->participants[drawn.context.actor.seat.value].id;
      request.actor = {id.hi, id.lo};
    } else {
      request.actor = kStranger;
    }
    network_.send(std::move(request));
  }

  void pass(Millis length) { hall_.now = hall_.now + length; }

  // The loop stands still; what arrives meanwhile is read before it goes on.
  void stall(StreamId room) {
    const State* state = hall_.house->shown(room);
    const Instant due = state == nullptr ? kNever : next_deadline(*state);
    const std::int64_t length = fortune_.chance.one_of<std::int64_t>({1, 10, 1'000, 30'000});
    if (due > hall_.now && due <= hall_.now + Millis{length}) {
      fortune_.tally.note(Happened::kStallOverDeadline);
      if (fortune_.chance.one_in(2)) pass(due + Millis{-1} - hall_.now);
      network_.deliver_due();
    }
    pass(Millis{length});
  }

  // Another process has opened the same store.
  void rival(StreamId room) {
    const auto head = hall_.house->head(room);
    if (!head || head->seq == 0 || hall_.store.unreadable) return;
    const bool committing = std::exchange(hall_.store.committing, false);
    Ear ear(hall_.store);
    SeededSalts salts(99);
    House other(hall_.store, salts, ear);
    AUCTION_CHECK(!other.open(hall_.now), "the store can be read");
    other.turn(hall_.now);
    if (other.wants_commit(hall_.now)) other.commit(hall_.now);
    hall_.store.committing = committing;
    fortune_.tally.note(Happened::kOtherWriter);
  }

  void crash() {
    for (const StreamId room : rooms_) {
      if (const State* state = hall_.house->shown(room)) note_stage(*state);
    }
    disk_.crash();
    pass(Millis{fortune_.chance.one_of<std::int64_t>({0, 1, 500, 60'000})});
    if (fortune_.strikes(fortune_.mix.clock_step)) {
      const bool back = fortune_.chance.one_in(2);
      fortune_.tally.note(back ? Happened::kClockBack : Happened::kClockForth);
      pass(Millis{back ? -3'600'000 : 3'600'000});
    }
    network_.listen();
    hall_.store.unreadable = false;
    waited_ += hall_.house->counters().waited;
    hall_.store.committing = false;
    hall_.restart();
    judge_.restarted();
  }

  void note_stage(const State& state) {
    if (state.status == Status::kNone) return;
    switch (phase(state)) {
      case Phase::kWaiting:
        return fortune_.tally.note(Happened::kCrashWaiting);
      case Phase::kLotOpen:
        return fortune_.tally.note(Happened::kCrashLotOpen);
      case Phase::kGap:
        return fortune_.tally.note(Happened::kCrashGap);
      case Phase::kRequests:
        return fortune_.tally.note(Happened::kCrashRequests);
      case Phase::kPaused:
        return fortune_.tally.note(Happened::kCrashPaused);
      default:
        return;
    }
  }

  void stop_faults() {
    fortune_.over = true;
    disk_.mend();
    network_.listen();
  }

  void round() {
    network_.deliver_due();
    hall_.turn();
    disk_.work();
    network_.listen();
  }

  // Every wish gets its answer, and every auction comes to its end.
  void settle_down() {
    for (int i = 0; i < 50 && fine() && !network_.at_rest(); ++i) {
      pass(Millis{400});
      network_.ask_again();
      round();
    }
    if (fine() && !network_.all_answered()) wrong_ = "a wish was never answered";
    for (int i = 0; i < 600 && fine() && !all_over(); ++i) {
      nudge();
      const Instant alarm = hall_.house->next_alarm();
      if (alarm != kNever && alarm > hall_.now) hall_.now = alarm;
      round();
    }
    if (fine() && !all_over()) wrong_ = "an auction never ends";
  }

  static bool over(const State* state) { return state == nullptr || is_over(state->status); }

  bool all_over() const {
    for (const StreamId room : rooms_)
      if (!over(hall_.house->shown(room))) return false;
    return true;
  }

  // What a commissioner does when nothing goes on by itself.
  void nudge() {
    for (const StreamId room : rooms_) {
      const State* state = hall_.house->shown(room);
      if (over(state)) continue;
      Request request;
      request.stream = room;
      request.actor = state->setup->commissioners.front();
      if (order_missing(*state)) {
        request.host = true;
        request.command = DrawOrder{promised_seed(*state->setup)};
      } else if (state->status == Status::kSetUp) {
        request.command = Open{};
      } else if (state->status == Status::kWaiting && state->begins_at == kNever) {
        request.command = Begin{};
      } else if (state->status == Status::kPaused) {
        request.command = Resume{};
      } else {
        continue;
      }
      network_.send(std::move(request));
    }
  }

  void check_end(StreamId room) {
    const std::vector<Record>& records = hall_.store.records(room);
    const VerifyReport report = verify(records, room, {std::nullopt, fortune_.chance.one_in(8)});
    if (!report.ok()) {
      wrong_ = "the log does not verify: " + report.fault->what;
      return;
    }
    const State* shown = hall_.house->shown(room);
    if (shown == nullptr) return;  // it had ended before the last restart
    if (*report.digest != state_digest(*shown)) wrong_ = "the house shows another state";
    const State* judged = judge_.state(room);
    if (judged == nullptr || *judged != *shown) wrong_ = "the judge knows another state";
    fortune_.tally.lots += shown->lots.size();
    fortune_.tally.records += records.size();
  }

  void count() {
    ++fortune_.tally.worlds;
    fortune_.tally.auctions += rooms_.size();
    fortune_.tally.commands += judge_.commands;
    fortune_.tally.commits += hall_.store.commits();
    fortune_.tally.note(Happened::kWaited, waited_ + hall_.house->counters().waited);
    fortune_.tally.note(Happened::kBidJustBeforeTheEnd, judge_.bids_just_before_the_end);
    fortune_.tally.note(Happened::kBidAtTheEnd, judge_.bids_at_the_end);
    fortune_.tally.note(Happened::kPurseUsedUp, judge_.purses_used_up);
    fortune_.tally.note(Happened::kRecoveredOverdue, judge_.overdue_recoveries);
  }

  std::uint64_t seed_;
  Fortune fortune_;
  Hall hall_{HouseOptions{.answers_remembered = 8, .retry_ms = Millis{20}}};
  Judge judge_;
  FaultyNetwork network_{fortune_, hall_, judge_};
  FaultyDisk disk_{fortune_, hall_};
  std::vector<StreamId> rooms_;
  std::uint64_t waited_ = 0;
  std::string wrong_;
};

}  // namespace

std::string run_fault_world(std::uint64_t seed, FaultTally& tally) {
  return World(seed, tally).run();
}

}  // namespace auction
