#include "libauction/auction/state.h"

namespace auction {

bool order_missing(const State& state) {
  if (!needs_draw(state.rules->order.kind) || !state.queue.empty()) return false;
  for (const AssetRecord& asset : state.assets) {
    if (asset.fate == AssetFate::kQueued) return true;
  }
  return false;
}

Phase phase(const State& state) {
  switch (state.status) {
    case Status::kNone:
    case Status::kSetUp:
      return Phase::kSetUp;
    case Status::kWaiting:
      return Phase::kWaiting;
    case Status::kPaused:
      return Phase::kPaused;
    case Status::kCompleted:
    case Status::kCancelled:
      return Phase::kDone;
    case Status::kRunning:
      break;
  }
  if (!state.open.empty()) return Phase::kLotOpen;
  return state.requests_end_at == kNever ? Phase::kGap : Phase::kRequests;
}

std::optional<ManagerSlot> find_manager(const State& state, ManagerId id) {
  const auto& participants = state.setup->participants;
  for (std::size_t i = 0; i < participants.size(); ++i) {
    if (participants[i].id == id) return ManagerSlot{static_cast<std::uint8_t>(i)};
  }
  return std::nullopt;
}

Actor actor_of(const State& state, ActorId id) {
  Actor actor;
  if (const auto seat = find_manager(state, ManagerId{id.hi, id.lo})) actor.seat = *seat;
  for (const ActorId commissioner : state.setup->commissioners) {
    if (commissioner == id) actor.commissioner = true;
  }
  return actor;
}

}  // namespace auction
