#include "libauction/sim/desk_internal.h"

namespace auction {
namespace {

constexpr Actor kCommissioner{kNoManager, true, false};

}  // namespace

BookAnswer BareDesk::finish(const std::optional<Rejection>& refused, Instant now) {
  if (refused) return *refused;
  const Written written{state_.seq + 1, static_cast<std::uint32_t>(events_.size()), now};
  apply(state_, events_, now);
  return written;
}

BookAnswer BareDesk::place(const PlaceBid& bid, ManagerSlot manager, Instant now) {
  return finish(decide_bid(state_, bid, {manager_at(manager), now}, events_), now);
}

BookAnswer BareDesk::manage(const Command& command, ManagerSlot manager, Instant now) {
  return finish(decide(state_, command, {manager_at(manager), now}, events_), now);
}

BookAnswer BareDesk::conduct(const Command& command, Instant now) {
  return finish(decide(state_, command, {kCommissioner, now}, events_), now);
}

BookAnswer BareDesk::host(const Command& command, Instant now) {
  return finish(decide(state_, command, {kHost, now}, events_), now);
}

BookAnswer BookDesk::place(const PlaceBid& bid, ManagerSlot manager, Instant now) {
  return manage(bid, manager, now);
}

BookAnswer BookDesk::manage(const Command& command, ManagerSlot manager, Instant now) {
  const ManagerId id = book_.state().setup->participants[manager.value].id;
  return book_.act(command, {id.hi, id.lo}, now);
}

BookAnswer BookDesk::conduct(const Command& command, Instant now) {
  const auto& commissioners = book_.state().setup->commissioners;
  return book_.act(command, commissioners.empty() ? ActorId{} : commissioners.front(), now);
}

BookAnswer BookDesk::host(const Command& command, Instant now) {
  return book_.act_as_host(command, now);
}

}  // namespace auction
