// How a connection begins, is kept alive, and ends.
#include <absl/strings/str_cat.h>

#include <algorithm>

#include "libauction/adapters/socketio/engine_internal.h"

namespace auction {

EngineConnection* EngineState::open(std::variant<ExchangeId, WireId> door, Instant now) {
  if (connections.size() >= rules.max_connections) return nullptr;
  EngineConnection& connection = connections[++opened];
  connection.id = {opened};
  std::ranges::copy(name_from(ids->salt(opened)), connection.sid_text.begin());
  connection.deadline = now + rules.ping_interval;
  by_sid[connection.sid()] = opened;
  set_alarm(connection);
  events.push_back(EngineOpened{connection.id, door});
  return &connection;
}

std::string EngineState::handshake(const EngineConnection& connection) const {
  return absl::StrCat(
      "{\"sid\":\"", std::string(connection.sid()), "\",\"upgrades\":[",
      connection.wire ? "" : "\"websocket\"", "],\"pingInterval\":", rules.ping_interval.count,
      ",\"pingTimeout\":", rules.ping_timeout.count, ",\"maxPayload\":", rules.max_payload, "}");
}

absl::Status EngineState::receive(EngineConnection& connection, EnginePacket packet, Instant now) {
  switch (packet.type) {
    case EnginePacketType::kMessage:
      events.push_back(EngineMessage{connection.id, std::move(packet.data), packet.binary});
      return absl::OkStatus();
    case EnginePacketType::kPong:
      connection.awaits_pong = false;
      connection.deadline = now + rules.ping_interval;
      set_alarm(connection);
      return absl::OkStatus();
    case EnginePacketType::kClose:
      end(connection, CloseReason::kClientClose);
      return absl::OkStatus();
    case EnginePacketType::kPing:
      return absl::InvalidArgumentError("packet: ping is the server's");
    default:
      return absl::InvalidArgumentError("packet: type must be close, pong or message here");
  }
}

void EngineState::end(EngineConnection& connection, CloseReason reason, std::string detail) {
  if (connection.closing) return forget(connection);
  events.push_back(EngineClosed{connection.id, reason, std::move(detail)});
  const bool clean = reason == CloseReason::kClientClose;
  const auto last = clean ? EnginePacketType::kNoop : EnginePacketType::kClose;
  answer(connection, *text_frame(last).bytes);
  end_probe(connection, reason);
  if (connection.wire) actions.push_back(CloseWire{*connection.wire, reason, !clean});
  forget(connection);
}

void EngineState::finish(EngineConnection& connection, CloseReason reason, std::string detail,
                         Instant now) {
  events.push_back(EngineClosed{connection.id, reason, std::move(detail)});
  end_probe(connection, reason);
  if (connection.wire) {
    if (!connection.queue.empty()) {
      actions.push_back(SendFrames{*connection.wire, std::move(connection.queue)});
    }
    actions.push_back(CloseWire{*connection.wire, reason, false});
    return forget(connection);
  }
  connection.queue.push_back(text_frame(EnginePacketType::kClose));
  if (connection.poll) {
    answer(connection, payload_of(connection.queue));
    return forget(connection);
  }
  connection.closing = true;
  ++closing;
  connection.deadline = now + rules.ping_timeout;
  set_alarm(connection);
}

void EngineState::forget(EngineConnection& connection) {
  if (connection.closing) --closing;
  alarms.erase({connection.alarm, connection.id.value});
  if (connection.wire) by_wire.erase(connection.wire->value);
  if (connection.probe) by_wire.erase(connection.probe->value);
  if (connection.poll) by_poll.erase(connection.poll->value);
  by_sid.erase(connection.sid());
  connections.erase(connection.id.value);
}

void EngineState::set_alarm(EngineConnection& connection) {
  const Instant next = earlier(connection.deadline, connection.probe_deadline);
  if (next == connection.alarm) return;
  alarms.erase({connection.alarm, connection.id.value});
  alarms.insert({next, connection.id.value});
  connection.alarm = next;
}

bool EngineState::ring(EngineConnection& connection, Instant now) {
  if (connection.probe_deadline <= now) end_probe(connection, CloseReason::kTransportError);
  if (connection.deadline <= now) {
    if (connection.closing || connection.awaits_pong) {
      end(connection, CloseReason::kPingTimeout);
      return false;
    }
    const ConnectionId id = connection.id;
    connection.awaits_pong = true;
    connection.deadline = now + rules.ping_timeout;
    send(connection, text_frame(EnginePacketType::kPing));
    if (find(id) == nullptr) return false;
  }
  set_alarm(connection);
  return true;
}

}  // namespace auction
