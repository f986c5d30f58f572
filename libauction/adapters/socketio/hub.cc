#include "libauction/adapters/socketio/hub.h"

#include "libauction/adapters/socketio/hub_internal.h"
#include "libauction/adapters/socketio/name_internal.h"
#include "libauction/base/match.h"

namespace auction {

SocketHub::SocketHub(const HubRules& rules, SaltSource& ids) : state_(new HubState(rules, ids)) {}
SocketHub::~SocketHub() = default;
SocketHub::SocketHub(SocketHub&&) noexcept = default;
SocketHub& SocketHub::operator=(SocketHub&&) noexcept = default;

HubSocket* HubState::find(SocketId id) {
  const auto found = sockets.find(id.value);
  return found == sockets.end() ? nullptr : &found->second;
}

HubSocket* HubState::find_accepted(SocketId id) {
  HubSocket* socket = find(id);
  return socket != nullptr && socket->accepted ? socket : nullptr;
}

HubSocket* HubState::find(const HubConnection& connection, std::string_view nsp) {
  for (const SocketId id : connection.sockets) {
    HubSocket& socket = sockets.at(id.value);
    if (*socket.nsp == nsp) return &socket;
  }
  return nullptr;
}

std::string HubState::new_name() {
  // The engine counts its own from 1: a seeded source must not name both alike.
  return name_from(ids->salt((std::uint64_t{1} << 63) + ++named));
}

// What the engine has to tell, until it has nothing more: closing one connection tells again.
void HubState::pump() {
  for (auto told = engine.take_events(); !told.empty(); told = engine.take_events()) {
    for (EngineEvent& event : told) {
      match(
          event,
          [&](EngineOpened& opened) {
            set_deadline(opened.connection, connections[opened.connection.value]);
            events.push_back(opened);
          },
          [&](EngineMessage& sent) { message(std::move(sent)); }, [](const EngineUpgraded&) {},
          [&](EngineClosed& closed) {
            end_connection(closed.connection, closed.reason);
            events.push_back(std::move(closed));
          });
    }
  }
}

void SocketHub::request(const PollRequest& request, Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.request(request, now);
  state_->pump();
}

void SocketHub::request_gone(ExchangeId exchange, Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.request_gone(exchange);
  state_->pump();
}

void SocketHub::wire_opened(WireId wire, std::string_view query, Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.wire_opened(wire, query, now);
  state_->pump();
}

void SocketHub::frame(WireId wire, std::string_view bytes, bool binary, Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.frame(wire, bytes, binary, now);
  state_->pump();
}

void SocketHub::written(WireId wire) { state_->engine.written(wire); }

void SocketHub::wire_gone(WireId wire, Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.wire_gone(wire);
  state_->pump();
}

void SocketHub::tick(Instant now) {
  state_->now = later(state_->now, now);
  state_->engine.tick(now);
  state_->pump();
  while (!state_->lonely.empty() && state_->lonely.begin()->first <= now) {
    const ConnectionId id{state_->lonely.begin()->second};
    state_->end_connection(id, CloseReason::kNoSocket);
    state_->engine.close(id, CloseReason::kNoSocket, now);
  }
  state_->tick_acks();
  state_->tick_remembered();
  state_->pump();
}

void HubState::tick_acks() {
  while (!pending.empty() && std::get<0>(*pending.begin()) <= now) {
    const auto [deadline, socket, ack] = *pending.begin();
    pending.erase(pending.begin());
    sockets.at(socket).acks->waiting.erase(ack);
    events.push_back(AckMissed{{socket}, {ack}});
  }
}

void HubState::tick_remembered() {
  while (!forgetting.empty() &&
         (forgetting.front().first <= now || forgetting.size() > rules.max_remembered)) {
    const auto [until, pid] = std::move(forgetting.front());
    forgetting.pop_front();
    const auto found = remembered.find(pid);
    // A pid that was lost again since then is remembered anew.
    if (found != remembered.end() && found->second.until == until) remembered.erase(found);
  }
}

Instant SocketHub::next_deadline() const {
  Instant next = state_->engine.next_deadline();
  if (!state_->lonely.empty()) next = earlier(next, state_->lonely.begin()->first);
  if (!state_->pending.empty()) next = earlier(next, std::get<0>(*state_->pending.begin()));
  if (!state_->forgetting.empty()) next = earlier(next, state_->forgetting.front().first);
  return next;
}

std::vector<HubEvent> SocketHub::take_events() {
  state_->pump();
  return std::exchange(state_->events, {});
}

std::vector<EngineAction> SocketHub::take_actions() { return state_->engine.take_actions(); }

void SocketHub::close(ConnectionId connection, CloseReason reason, Instant now) {
  state_->engine.close(connection, reason, now);
  state_->pump();
}

void SocketHub::close_all(CloseReason reason, Instant now) {
  state_->engine.close_all(reason, now);
  state_->pump();
}

std::size_t SocketHub::connections() const { return state_->engine.connections(); }

}  // namespace auction
