#include "libauction/adapters/socketio/engine.h"

#include <algorithm>

#include "libauction/adapters/socketio/engine_internal.h"

namespace auction {

Engine::Engine(const EngineRules& rules, SaltSource& ids) : state_(new EngineState) {
  state_->rules = rules;
  state_->ids = &ids;
}

Engine::~Engine() = default;
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;

EngineConnection* EngineState::find(ConnectionId id) {
  const auto found = connections.find(id.value);
  return found == connections.end() ? nullptr : &found->second;
}

EngineConnection* EngineState::find_sid(std::string_view sid) {
  const auto found = by_sid.find(sid);
  return found == by_sid.end() ? nullptr : find({found->second});
}

EngineConnection* EngineState::find_wire(WireId wire) {
  const auto found = by_wire.find(wire.value);
  return found == by_wire.end() ? nullptr : find({found->second});
}

void Engine::tick(Instant now) {
  auto& alarms = state_->alarms;
  while (!alarms.empty() && alarms.begin()->first <= now) {
    state_->ring(*state_->find({alarms.begin()->second}), now);
  }
}

Instant Engine::next_deadline() const {
  return state_->alarms.empty() ? kNever : state_->alarms.begin()->first;
}

void Engine::send(ConnectionId connection, const EngineFrame& frame) {
  EngineConnection* found = state_->find(connection);
  if (found != nullptr && !found->closing) state_->send(*found, frame);
}

void Engine::close(ConnectionId connection, CloseReason reason, Instant now,
                   std::string_view detail) {
  EngineConnection* found = state_->find(connection);
  if (found != nullptr && !found->closing) state_->finish(*found, reason, std::string(detail), now);
}

void Engine::close_all(CloseReason reason, Instant now) {
  std::vector<ConnectionId> all;
  for (const auto& [id, connection] : state_->connections) all.push_back({id});
  std::ranges::sort(all);  // a hash map's order is nobody's
  for (const ConnectionId id : all) close(id, reason, now);
}

std::vector<EngineEvent> Engine::take_events() { return std::exchange(state_->events, {}); }

std::vector<EngineAction> Engine::take_actions() {
  for (const std::uint64_t id : std::exchange(state_->dirty, {})) {
    EngineConnection* connection = state_->find({id});
    if (connection == nullptr) continue;
    connection->dirty = false;
    state_->flush(*connection);
  }
  return std::exchange(state_->actions, {});
}

bool Engine::idle(ConnectionId connection) const {
  const EngineConnection* found = state_->find(connection);
  return found != nullptr && !found->closing && found->queue.empty() && found->flying_frames == 0;
}

Backlog Engine::backlog(ConnectionId connection) const {
  const EngineConnection* found = state_->find(connection);
  if (found == nullptr) return {};
  return {found->queue.size() + found->flying_frames, found->queue_bytes + found->flying_bytes};
}

std::size_t Engine::connections() const { return state_->connections.size() - state_->closing; }

}  // namespace auction
