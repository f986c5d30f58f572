#include "examples/auctioneer/script/stage.h"

#include <fmt/format.h>

#include "examples/auctioneer/ids.h"

namespace auction::script {
namespace {

ActorId commissioner_of(const Setup& setup) { return setup.commissioners.front(); }

ActorId actor_of(const Act& act, const Setup& setup) {
  if (act.who == Who::kCommissioner) return commissioner_of(setup);
  if (act.who == Who::kStranger) return stranger();
  const ManagerId id = setup.participants[act.seat.value].id;
  return {id.hi, id.lo};
}

// A set-up that the engine would refuse is a fault of the script: the first finding says which.
void refuse_faulty(const Setup& setup) {
  for (const Finding& finding : check_setup(setup)) {
    if (finding.severity != Severity::kError) continue;
    throw BadScript(1, 1, fmt::format("{}: {}", finding.pointer, finding.message));
  }
}

}  // namespace

ActorId stranger() { return id_named<ActorId>("actor", "stranger"); }

Stage::Stage(Book& book, const Prologue& prologue, Instant start)
    : book_(book), prologue_(prologue), start_(start), now_(start) {
  book_.tell([this](const State&, const Record&, std::span<const Event> events) {
    events_.insert(events_.end(), events.begin(), events.end());
  });
}

void Stage::stored(const BookAnswer& answer) {
  if (const auto* failure = std::get_if<StorageFailure>(&answer)) throw LogRefused(failure->what);
  if (std::holds_alternative<Conflict>(answer)) {
    throw LogRefused("somebody else writes to this log");
  }
}

void Stage::conduct(const Command& command, ActorId actor) {
  const BookAnswer answer =
      actor.is_nil() ? book_.act_as_host(command, now_) : book_.act(command, actor, now_);
  stored(answer);
  if (const auto* refused = std::get_if<Rejection>(&answer)) {
    throw BadScript(1, 1, fmt::format("this auction cannot start: {}", word(refused->reason)));
  }
}

void Stage::begin() {
  const Setup& setup = prologue_.setup;
  if (prologue_.start != Start::kNothing) refuse_faulty(setup);
  const ActorId commissioner = commissioner_of(setup);
  if (prologue_.start >= Start::kSetUp) {
    conduct(Create{Shared(setup)}, kHostActor);
    if (needs_draw(setup.rules->order.kind)) {
      conduct(DrawOrder{seed_from(prologue_.seed)}, kHostActor);
    }
  }
  if (prologue_.start >= Start::kWaiting) conduct(Open{}, commissioner);
  stored(book_.settle(now_));
  if (prologue_.start == Start::kRunning && book_.state().status == Status::kWaiting) {
    conduct(Begin{}, commissioner);
  }
  stored(book_.settle(now_));
}

void Stage::advance(const Step& step) {
  if (!step.at) return;
  const Instant to = (step.after ? now_ : start_) + *step.at;
  if (to < now_) throw BadScript(step.line, 1, "time does not run backwards");
  while (!step.asleep && is_due(next_deadline(book_.state()), to)) {
    now_ = later(now_, next_deadline(book_.state()));
    stored(book_.settle(now_));
  }
  now_ = to;
}

LotNumber Stage::lot_of(const Command& command) const {
  LotNumber lot = std::visit(
      [](const auto& c) {
        if constexpr (requires { c.lot; }) return c.lot;
        return LotNumber{0};
      },
      command);
  const State& state = book_.state();
  if (lot.value == 0 && !state.open.empty()) lot = state.open.front().number;
  if (lot.value == 0) lot = {static_cast<std::uint32_t>(state.lots.size())};
  return lot;
}

// What the script left open: the lot, the moment a bid has seen, the seed, the start of time.
Command Stage::completed(const Step& step, LotNumber lot) const {
  const Act& act = *step.act;
  Command command = act.command;
  std::visit(
      [lot](auto& c) {
        if constexpr (requires { c.lot; }) c.lot = lot;
      },
      command);
  if (auto* bid = std::get_if<PlaceBid>(&command); bid != nullptr && !act.seen.empty()) {
    const auto mark = marks_.find(act.seen);
    if (mark == marks_.end()) {
      throw BadScript(step.line, 1, fmt::format("no mark is called '{}' yet", act.seen));
    }
    bid->expected_seq = mark->second;
  }
  if (auto* draw = std::get_if<DrawOrder>(&command); draw != nullptr && draw->seed == Seed{}) {
    draw->seed = seed_from(prologue_.seed);
  }
  if (auto* open = std::get_if<Open>(&command); open != nullptr && open->at != kNever) {
    open->at = start_ + Millis{open->at.unix_ms};
  }
  return command;
}

BookAnswer Stage::hand_in(const Act& act, const Command& command) {
  if (act.who == Who::kHost) return book_.act_as_host(command, now_);
  return book_.act(command, actor_of(act, prologue_.setup), now_);
}

void Stage::perform(const Step& step, Scene& scene) {
  scene.lot = lot_of(step.act->command);
  const BookAnswer answer = hand_in(*step.act, completed(step, scene.lot));
  stored(answer);
  if (const auto* written = std::get_if<Written>(&answer)) scene.count = written->count;
  if (const auto* refused = std::get_if<Rejection>(&answer)) {
    scene.accepted = false;
    scene.refusal = *refused;
  }
}

Played Stage::play(const Step& step) {
  if (step.act || step.at || step.asleep) events_.clear();
  advance(step);
  const bool recovers = step.act && std::holds_alternative<Recover>(step.act->command);
  if (!recovers) stored(book_.settle(now_));
  Scene scene{book_.state(), start_, now_, true, {}, 0, {0}, events_};
  if (step.act) perform(step, scene);
  if (!step.mark.empty()) marks_[step.mark] = book_.state().seq;

  Played played{now_ - start_, "", !scene.accepted, {}};
  if (step.act) played.answer = answer_text(scene, &step.act->command);
  if (step.act && !scene.accepted && step.checks.empty()) {
    played.failures.push_back({"accepted", played.answer});
  }
  for (const Check& check : step.checks) {
    const std::string got = check.look(scene);
    const std::string what = check.what.empty() ? "" : check.what + ' ';
    if (got != check.wanted) played.failures.push_back({what + check.wanted, what + got});
  }
  return played;
}

}  // namespace auction::script
