#include "tests/support/fault_world.h"

#include <utility>

#include "libauction/auction/deadline.h"
#include "libauction/auction/invariants.h"
#include "libauction/replay/verify.h"
#include "tests/support/draw_command.h"
#include "tests/support/draw_setup.h"
#include "tests/support/hall.h"
#include "tests/support/judge.h"

namespace auction {
namespace {

constexpr Instant kStart{1'000'000};
constexpr ActorId kCommissionerId{0xc0, 1};
constexpr ActorId kStranger{0xdead, 1};

// One in so many; 0: never in this world.
struct Mix {
  std::uint64_t delay = 0, duplicate = 0, other_payload = 0, crash = 0, refuse = 0, silent = 0,
                full = 0, unreadable = 0, clock_step = 0, stall = 0, slow_disk = 0, rival = 0;
};

std::uint64_t rate(Chance& chance, std::uint64_t often) {
  if (chance.one_in(3)) return 0;
  return often * (1 + chance.below(4));
}

Mix draw_mix(Chance& chance) {
  Mix mix;
  for (std::uint64_t* const often : {&mix.delay, &mix.duplicate, &mix.slow_disk})
    *often = rate(chance, 2);
  for (std::uint64_t* const seldom : {&mix.crash, &mix.refuse, &mix.silent, &mix.stall})
    *seldom = rate(chance, 8);
  for (std::uint64_t* const rare :
       {&mix.full, &mix.unreadable, &mix.clock_step, &mix.other_payload, &mix.rival})
    *rare = rate(chance, 16);
  // In some worlds the disk never fails and time never jumps: no request may be moved then.
  if (chance.one_in(4)) mix.refuse = mix.silent = mix.full = mix.clock_step = mix.rival = 0;
  return mix;
}

struct Wish {
  Request request;
  bool answered = false;
};

struct Delivery {
  Instant due;
  std::size_t wish;
};

class World final {
 public:
  World(std::uint64_t seed, FaultTally& tally) : chance_(seed), tally_(tally), seed_(seed) {
    mix_ = draw_mix(chance_);
    judge_.stamps_stand = mix_.refuse + mix_.silent + mix_.full + mix_.clock_step + mix_.rival == 0;
    hall_.now = kStart;
    hall_.store.witness = [this](std::span<const StreamBatch> kept) { judge_.see(kept); };
    hall_.store.fate = [this](std::uint64_t) { return fate(); };
  }

  std::string run() {
    const std::size_t rooms = 1 + chance_.below(2);
    for (std::size_t i = 0; i < rooms; ++i) create(i);
    const std::int64_t steps = chance_.between(20, 110);
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

  bool strikes(std::uint64_t one_in) { return faults_ && one_in != 0 && chance_.one_in(one_in); }

  Fate fate() {
    if (full_for_ > 0) {
      --full_for_;
      return Fate::kRefused;
    }
    if (strikes(mix_.full)) {
      tally_.note(Happened::kDiskFull);
      full_for_ = 2 + chance_.below(4);
      return Fate::kRefused;
    }
    if (strikes(mix_.refuse)) {
      tally_.note(Happened::kCommitRefused);
      return Fate::kRefused;
    }
    if (!strikes(mix_.silent)) return Fate::kKept;
    tally_.note(Happened::kCommitKeptSilently);
    return Fate::kKeptButFailed;
  }

  void create(std::size_t number) {
    Setup setup = *draw_setup(chance_);
    setup.auction = {seed_ + 1, number + 1};
    setup.commissioners = {kCommissionerId};
    rooms_.push_back(stream_of(setup.auction));
    Request request;
    request.stream = rooms_.back();
    request.host = true;
    request.command = Create{Shared<Setup>(setup)};
    send(std::move(request));
  }

  // A wish of a client: delivered once or more, at once or later.
  void send(Request request) {
    request.id = command_id(wishes_.size() + 1);
    request.ticket = wishes_.size() + 1;
    wishes_.push_back({std::move(request), false});
    deliver_some(wishes_.size() - 1);
  }

  void deliver_some(std::size_t wish) {
    std::size_t times = 1;
    if (strikes(mix_.duplicate)) {
      times += 1 + chance_.below(4);
      tally_.note(Happened::kDuplicated);
    }
    for (std::size_t i = 0; i < times; ++i) {
      Instant due = hall_.now;
      if (strikes(mix_.delay)) {
        due = due + Millis{chance_.between(0, 400)};
        tally_.note(Happened::kDelayed);
      }
      if (!network_.empty() && due < network_.back().due) tally_.note(Happened::kReordered);
      network_.push_back({due, wish});
    }
  }

  void deliver_due() {
    std::vector<Delivery> later;
    for (const Delivery& delivery : network_) {
      if (delivery.due <= hall_.now) {
        hand_in(wishes_[delivery.wish].request);
      } else {
        later.push_back(delivery);
      }
    }
    network_ = std::move(later);
  }

  void hand_in(Request request) {
    request.at = hall_.now;
    if (strikes(mix_.other_payload)) {
      tally_.note(Happened::kOtherPayload);
      Request other = request;
      other.command = Pause{};
      other.host = false;
      other.actor = kCommissionerId;
      other.ticket = kOtherTicket;
      judge_.asked(other);
      hall_.house->submit(other);
    }
    judge_.asked(request);
    hall_.house->submit(std::move(request));
  }

  void step() {
    const StreamId room = rooms_[chance_.below(rooms_.size())];
    const State* state = hall_.house->shown(room);
    if (state == nullptr || state->seq == 0) {
      retry();
      pass(Millis{chance_.between(0, 50)});
    } else {
      wish_something(room, *state);
    }
    if (strikes(mix_.stall)) return stall(room);
    if (strikes(mix_.unreadable)) {
      hall_.store.unreadable = !hall_.store.unreadable;
      tally_.note(Happened::kUnreadable);
    }
    deliver_due();
    hall_.turn();
    tally_.note(Happened::kRanAhead, hall_.house->committing());
    work_on_disk();
    if (strikes(mix_.rival)) rival(room);
    if (strikes(mix_.crash)) crash();
    listen();
  }

  void wish_something(StreamId room, const State& state) {
    const Drawn drawn = draw_command(chance_, state);
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
    send(std::move(request));
  }

  void pass(Millis length) { hall_.now = hall_.now + length; }

  // The loop stands still; what arrives meanwhile is read before it goes on.
  void stall(StreamId room) {
    const State* state = hall_.house->shown(room);
    const Instant due = state == nullptr ? kNever : next_deadline(*state);
    const std::int64_t length = chance_.one_of<std::int64_t>({1, 10, 1'000, 30'000});
    if (due > hall_.now && due <= hall_.now + Millis{length}) {
      tally_.note(Happened::kStallOverDeadline);
      if (chance_.one_in(2)) pass(due + Millis{-1} - hall_.now);
      deliver_due();
    }
    pass(Millis{length});
  }

  // A commit may take several steps of the world, or fall between two of them.
  void work_on_disk() {
    if (hall_.house->committing()) {
      if (strikes(mix_.slow_disk)) return;
      return finish_commit();
    }
    if (!hall_.house->wants_commit(hall_.now)) return;
    batch_ = hall_.house->begin_commit();
    hall_.store.committing = !batch_.empty();
    if (batch_.empty() || strikes(mix_.slow_disk)) return;
    finish_commit();
  }

  void finish_commit() {
    const CommitAnswer answer = hall_.store.commit(batch_);
    hall_.store.committing = false;
    hall_.house->end_commit(answer, hall_.now);
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
    tally_.note(Happened::kOtherWriter);
  }

  void crash() {
    for (const StreamId room : rooms_) {
      if (const State* state = hall_.house->shown(room)) note_stage(*state);
    }
    if (hall_.house->committing()) {
      const bool kept = chance_.one_in(2);
      if (kept) (void)hall_.store.commit(batch_);
      tally_.note(kept ? Happened::kCrashBetween : Happened::kCrashBefore);
    } else {
      const bool decided = hall_.house->wants_commit(hall_.now);
      tally_.note(decided ? Happened::kCrashBefore : Happened::kCrashIdle);
    }
    pass(Millis{chance_.one_of<std::int64_t>({0, 1, 500, 60'000})});
    if (strikes(mix_.clock_step)) {
      const bool back = chance_.one_in(2);
      tally_.note(back ? Happened::kClockBack : Happened::kClockForth);
      pass(Millis{back ? -3'600'000 : 3'600'000});
    }
    listen();
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
        return tally_.note(Happened::kCrashWaiting);
      case Phase::kLotOpen:
        return tally_.note(Happened::kCrashLotOpen);
      case Phase::kGap:
        return tally_.note(Happened::kCrashGap);
      case Phase::kRequests:
        return tally_.note(Happened::kCrashRequests);
      case Phase::kPaused:
        return tally_.note(Happened::kCrashPaused);
      default:
        return;
    }
  }

  // Clients note what they were told; who was told nothing certain asks again.
  void listen() {
    for (const auto& [ticket, receipt] : hall_.ear.answers) {
      if (ticket == kOtherTicket) continue;
      Wish& wish = wishes_.at(ticket - 1);
      const bool certain =
          receipt.verdict != Verdict::kUnavailable && receipt.verdict != Verdict::kUnknownStream;
      wish.answered = wish.answered || certain;
      if (receipt.replayed) tally_.note(Happened::kReplayed);
    }
    hall_.ear.answers.clear();
    if (chance_.one_in(8)) retry();
  }

  void retry() {
    for (std::size_t i = 0; i < wishes_.size(); ++i) {
      if (!wishes_[i].answered && chance_.one_in(3)) deliver_some(i);
    }
  }

  void stop_faults() {
    faults_ = false;
    full_for_ = 0;
    hall_.store.unreadable = false;
    if (hall_.house->committing()) finish_commit();
    listen();
  }

  void round() {
    deliver_due();
    hall_.turn();
    work_on_disk();
    listen();
  }

  bool all_answered() const {
    for (const Wish& wish : wishes_)
      if (!wish.answered) return false;
    return true;
  }

  // Every wish gets its answer, and every auction comes to its end.
  void settle_down() {
    for (int i = 0; i < 50 && fine() && (!all_answered() || !network_.empty()); ++i) {
      pass(Millis{400});
      for (std::size_t w = 0; w < wishes_.size(); ++w)
        if (!wishes_[w].answered) network_.push_back({hall_.now, w});
      round();
    }
    if (fine() && !all_answered()) wrong_ = "a wish was never answered";
    for (int i = 0; i < 600 && fine() && !all_over(); ++i) {
      nudge();
      const Instant alarm = hall_.house->next_alarm();
      if (alarm != kNever && alarm > hall_.now) hall_.now = alarm;
      round();
    }
    if (fine() && !all_over()) wrong_ = "an auction never ends";
  }

  static bool over(const State* state) {
    return state == nullptr || state->status == Status::kCompleted ||
           state->status == Status::kCancelled;
  }

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
      send(std::move(request));
    }
  }

  void check_end(StreamId room) {
    const std::vector<Record>& records = hall_.store.records(room);
    const VerifyReport report = verify(records, room, {std::nullopt, chance_.one_in(8)});
    if (!report.ok()) {
      wrong_ = "the log does not verify: " + report.fault->what;
      return;
    }
    const State* shown = hall_.house->shown(room);
    if (shown == nullptr) return;  // it had ended before the last restart
    if (*report.digest != state_digest(*shown)) wrong_ = "the house shows another state";
    const State* judged = judge_.state(room);
    if (judged == nullptr || *judged != *shown) wrong_ = "the judge knows another state";
    tally_.lots += shown->lots.size();
    tally_.records += records.size();
  }

  void count() {
    ++tally_.worlds;
    tally_.auctions += rooms_.size();
    tally_.commands += judge_.commands;
    tally_.commits += hall_.store.commits();
    tally_.note(Happened::kWaited, waited_ + hall_.house->counters().waited);
    tally_.note(Happened::kBidJustBeforeTheEnd, judge_.bids_just_before_the_end);
    tally_.note(Happened::kBidAtTheEnd, judge_.bids_at_the_end);
    tally_.note(Happened::kPurseUsedUp, judge_.purses_used_up);
    tally_.note(Happened::kRecoveredOverdue, judge_.overdue_recoveries);
  }

  static constexpr Ticket kOtherTicket = Ticket{1} << 60;

  Chance chance_;
  FaultTally& tally_;
  std::uint64_t seed_;
  Mix mix_;
  bool faults_ = true;
  Hall hall_{HouseOptions{.answers_remembered = 8, .retry_ms = Millis{20}}};
  Judge judge_;
  std::vector<StreamId> rooms_;
  std::vector<Wish> wishes_;
  std::vector<Delivery> network_;
  std::span<const StreamBatch> batch_;
  std::size_t full_for_ = 0;
  std::uint64_t waited_ = 0;
  std::string wrong_;
};

}  // namespace

std::string run_fault_world(std::uint64_t seed, FaultTally& tally) {
  return World(seed, tally).run();
}

}  // namespace auction
