#include "libauction/sim/desk_internal.h"

namespace auction {
namespace {

constexpr Actor kCommissioner{kNoManager, true, false};

}  // namespace

Went Desk::answered(BookAnswer answer) {
  if (std::holds_alternative<Written>(answer)) return Went::kDone;
  answer_ = std::move(answer);
  return std::holds_alternative<Rejection>(answer_) ? Went::kRefused : Went::kStopped;
}

Went BareDesk::finish(const std::optional<Rejection>& refused, Instant now) {
  if (refused) return answered(*refused);
  apply(state_, events_, now);
  return Went::kDone;
}

Went BareDesk::place(const PlaceBid& bid, ManagerSlot manager, Instant now) {
  return finish(decide_bid(state_, bid, {manager_at(manager), now}, events_), now);
}

Went BareDesk::manage(const Command& command, ManagerSlot manager, Instant now) {
  return finish(decide(state_, command, {manager_at(manager), now}, events_), now);
}

Went BareDesk::conduct(const Command& command, Instant now) {
  return finish(decide(state_, command, {kCommissioner, now}, events_), now);
}

Went BareDesk::host(const Command& command, Instant now) {
  return finish(decide(state_, command, {kHost, now}, events_), now);
}

Went BookDesk::place(const PlaceBid& bid, ManagerSlot manager, Instant now) {
  return manage(bid, manager, now);
}

Went BookDesk::manage(const Command& command, ManagerSlot manager, Instant now) {
  const ManagerId id = book_.state().setup->participants[manager.value].id;
  return answered(book_.act(command, {id.hi, id.lo}, now));
}

Went BookDesk::conduct(const Command& command, Instant now) {
  const auto& commissioners = book_.state().setup->commissioners;
  const ActorId first = commissioners.empty() ? ActorId{} : commissioners.front();
  return answered(book_.act(command, first, now));
}

Went BookDesk::host(const Command& command, Instant now) {
  return answered(book_.act_as_host(command, now));
}

}  // namespace auction
