// WebSocket: a connection of its own, or the upgrade of one that polls.
#include <absl/strings/str_cat.h>

#include "libauction/adapters/socketio/engine_internal.h"
#include "libauction/adapters/socketio/query_internal.h"

namespace auction {

void Engine::wire_opened(WireId wire, std::string_view query, Instant now) {
  EngineState& state = *state_;
  const EngineQuery asked = parse_query(query);
  const auto refuse = [&] {
    state.actions.push_back(CloseWire{wire, CloseReason::kRefused, false});
  };
  if (asked.version != "4" || asked.transport != "websocket") return refuse();
  if (asked.sid.empty()) {
    EngineConnection* opened = state.open(wire, now);
    if (opened == nullptr) return refuse();
    opened->wire = wire;
    state.by_wire[wire.value] = opened->id.value;
    return state.send(*opened, text_frame(EnginePacketType::kOpen, state.handshake(*opened)));
  }
  EngineConnection* connection = state.find_sid(asked.sid);
  const bool free = connection != nullptr && !connection->wire && !connection->probe;
  if (!free || connection->closing) return refuse();
  connection->probe = wire;
  connection->probe_deadline = now + state.rules.upgrade_timeout;
  state.by_wire[wire.value] = connection->id.value;
  state.set_alarm(*connection);
}

void Engine::frame(WireId wire, std::string_view bytes, bool binary, Instant now) {
  EngineConnection* connection = state_->find_wire(wire);
  if (connection == nullptr) return;
  if (bytes.size() > state_->rules.max_payload) {
    return state_->end(*connection, CloseReason::kPayloadTooLarge,
                       absl::StrCat("frame: at most ", state_->rules.max_payload, " bytes"));
  }
  auto packet = packet_from_frame(bytes, binary);
  if (connection->probe == wire) return state_->probe_frame(*connection, wire, packet);
  const absl::Status status =
      packet.ok() ? state_->receive(*connection, *std::move(packet), now) : packet.status();
  if (!status.ok()) {
    state_->end(*connection, CloseReason::kParseError, std::string(status.message()));
  }
}

void Engine::wire_gone(WireId wire) {
  EngineConnection* connection = state_->find_wire(wire);
  if (connection == nullptr) return;
  state_->by_wire.erase(wire.value);
  if (connection->probe == wire) {
    connection->probe.reset();
    connection->probed = connection->probe_flying = false;
    connection->probe_deadline = kNever;
    return state_->set_alarm(*connection);
  }
  connection->wire.reset();
  state_->end(*connection, CloseReason::kTransportClose);
}

void EngineState::probe_frame(EngineConnection& connection, WireId wire,
                              const absl::StatusOr<EnginePacket>& packet) {
  const bool ping = packet.ok() && packet->type == EnginePacketType::kPing;
  if (ping && packet->data == "probe" && !connection.probed) {
    connection.probed = connection.probe_flying = true;
    actions.push_back(SendFrames{wire, {text_frame(EnginePacketType::kPong, "probe")}});
    return mark(connection);
  }
  if (packet.ok() && packet->type == EnginePacketType::kUpgrade && connection.probed) {
    return upgrade(connection, wire);
  }
  end_probe(connection, CloseReason::kParseError);  // the polling goes on
}

void EngineState::end_probe(EngineConnection& connection, CloseReason reason) {
  if (!connection.probe) return;
  actions.push_back(CloseWire{*connection.probe, reason, false});
  by_wire.erase(connection.probe->value);
  connection.probe.reset();
  connection.probed = connection.probe_flying = false;
  connection.probe_deadline = kNever;
  set_alarm(connection);
}

void EngineState::upgrade(EngineConnection& connection, WireId wire) {
  answer(connection, *text_frame(EnginePacketType::kNoop).bytes);
  connection.wire = wire;
  connection.probe.reset();
  connection.flying_frames = connection.probe_flying ? 1 : 0;
  connection.probed = connection.probe_flying = false;
  connection.probe_deadline = kNever;
  events.push_back(EngineUpgraded{connection.id, wire});
  set_alarm(connection);
  mark(connection);
}

}  // namespace auction
