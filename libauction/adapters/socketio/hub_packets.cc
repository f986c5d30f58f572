// What a client says: into a namespace, in it, and out of it.
#include <absl/strings/str_cat.h>

#include <algorithm>

#include "libauction/adapters/socketio/arguments.h"
#include "libauction/adapters/socketio/hub_internal.h"
#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

constexpr std::size_t kMaxPid = 64;  // bytes; ours are shorter

std::string invalid_namespace(std::string_view nsp) {
  return absl::StrCat("namespace ", absl::string_view(nsp.data(), nsp.size()),
                      ": CONNECT must come first, and once");
}

}  // namespace

void HubState::message(EngineMessage message) {
  const auto found = connections.find(message.connection.value);
  if (found == connections.end()) return;  // closed by an earlier message of this payload
  auto packet = found->second.reader.read(std::move(message.data), message.binary, rules.packets);
  absl::Status status = packet.status();
  if (packet.ok()) {
    std::optional<SocketPacket>& whole = *packet;
    if (whole) status = receive(message.connection, found->second, *std::move(whole));
  }
  if (status.ok()) return;
  end_connection(message.connection, CloseReason::kParseError);
  engine.close(message.connection, CloseReason::kParseError, now,
               {status.message().data(), status.message().size()});
}

absl::Status HubState::receive(ConnectionId id, HubConnection& connection, SocketPacket packet) {
  if (packet.type == SocketPacketType::kConnect) return connect(id, connection, std::move(packet));
  const auto found = connection.sockets.find(packet.nsp);
  if (found == connection.sockets.end()) {
    // It was on its way when we ended that socket.
    if (connection.left.contains(packet.nsp)) return absl::OkStatus();
    return absl::InvalidArgumentError(invalid_namespace(packet.nsp));
  }
  HubSocket& socket = sockets.at(found->second.value);
  switch (packet.type) {
    case SocketPacketType::kDisconnect:
      end(socket, CloseReason::kClientLeft);
      return absl::OkStatus();
    case SocketPacketType::kEvent:
    case SocketPacketType::kBinaryEvent: {
      if (!socket.accepted) return absl::InvalidArgumentError(invalid_namespace(packet.nsp));
      EventData data = parse_event_data(packet.data);
      SocketEvent event{
          socket.id, std::move(data.name), std::move(data.args), std::move(packet.attachments), {}};
      event.at = now;
      if (packet.ack) event.ack = AckNumber{*packet.ack};
      events.push_back(std::move(event));
      return absl::OkStatus();
    }
    default:
      acked(socket, std::move(packet));
      return absl::OkStatus();
  }
}

absl::Status HubState::connect(ConnectionId id, HubConnection& connection, SocketPacket packet) {
  if (connection.sockets.contains(packet.nsp)) {
    return absl::InvalidArgumentError(invalid_namespace(packet.nsp));
  }
  if (std::ranges::find(rules.namespaces, packet.nsp) == rules.namespaces.end()) {
    const SocketPacket error{
        SocketPacketType::kConnectError, packet.nsp, {}, R"({"message":"Invalid namespace"})", {}};
    engine.send(id, frames_of(error)[0]);
    return absl::OkStatus();
  }
  HubSocket& socket = sockets[++numbered];
  socket.id = {numbered};
  socket.connection = id;
  socket.nsp = packet.nsp;
  connection.sockets[packet.nsp] = socket.id;
  if (packet.data.empty()) packet.data = "{}";

  SocketConnecting event{socket.id, id, packet.nsp, std::move(packet.data), {}};
  RecoveryWords words = recovery_words(event.auth);
  socket.recovers = words.asked;
  if (words.asked && !words.pid.empty() && words.pid.size() <= kMaxPid) {
    socket.pid_shown = words.pid;
    event.recovery = RecoveryRequest{std::move(words.pid), std::move(words.offset), {}};
    const auto former = remembered.find(socket.pid_shown);
    if (former != remembered.end() && former->second.nsp == socket.nsp) {
      event.recovery->former = former->second.id;
    }
  }
  events.push_back(std::move(event));
  return absl::OkStatus();
}

void HubState::acked(HubSocket& socket, SocketPacket packet) {
  if (!packet.ack) return;
  const auto asked = socket.acks.find(*packet.ack);
  if (asked == socket.acks.end()) return;  // too late, or never asked for
  pending.erase({asked->second, socket.id.value, asked->first});
  socket.acks.erase(asked);
  const std::size_t first = packet.data.find('[') + 1;
  events.push_back(SocketAcked{socket.id,
                               {*packet.ack},
                               packet.data.substr(first, packet.data.rfind(']') - first),
                               std::move(packet.attachments)});
}

}  // namespace auction
