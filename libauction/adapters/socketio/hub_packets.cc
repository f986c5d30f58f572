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
  const ConnectionId id = message.connection;
  auto packet = read(found->second, std::move(message));
  absl::Status status = packet.status();
  if (packet.ok()) {
    std::optional<SocketPacket>& whole = *packet;
    if (whole) status = receive(id, found->second, *std::move(whole));
  }
  if (status.ok()) return;
  end_connection(id, CloseReason::kParseError);
  engine.close(id, CloseReason::kParseError, now,
               {status.message().data(), status.message().size()});
}

// A reader is kept as long as it waits for something.
absl::StatusOr<std::optional<SocketPacket>> HubState::read(HubConnection& connection,
                                                           EngineMessage message) const {
  PacketReader reader;
  if (connection.unrest != nullptr) {
    std::optional<PacketReader>& waiting = connection.unrest->reader;
    if (waiting) reader = std::move(*waiting);
    waiting.reset();
  }
  auto packet = reader.read(std::move(message.data), message.binary, rules.packets);
  if (packet.ok() && !packet->has_value()) {
    if (connection.unrest == nullptr) connection.unrest = std::make_unique<HubUnrest>();
    connection.unrest->reader = std::move(reader);
  }
  return packet;
}

absl::Status HubState::receive(ConnectionId id, HubConnection& connection, SocketPacket packet) {
  if (packet.type == SocketPacketType::kConnect) return connect(id, connection, std::move(packet));
  HubSocket* const found = find(connection, packet.nsp);
  if (found == nullptr) {
    // It was on its way when we ended that socket.
    const HubUnrest* unrest = connection.unrest.get();
    if (unrest != nullptr && std::ranges::count(unrest->left, packet.nsp) > 0) {
      return absl::OkStatus();
    }
    return absl::InvalidArgumentError(invalid_namespace(packet.nsp));
  }
  HubSocket& socket = *found;
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
  if (find(connection, packet.nsp) != nullptr) {
    return absl::InvalidArgumentError(invalid_namespace(packet.nsp));
  }
  const auto nsp = std::ranges::find(rules.namespaces, packet.nsp);
  if (nsp == rules.namespaces.end()) {
    const SocketPacket error{
        SocketPacketType::kConnectError, packet.nsp, {}, R"({"message":"Invalid namespace"})", {}};
    engine.send(id, frames_of(error)[0]);
    return absl::OkStatus();
  }
  HubSocket& socket = sockets[++numbered];
  socket.id = {numbered};
  socket.connection = id;
  socket.nsp = &*nsp;
  connection.sockets.push_back(socket.id);
  if (packet.data.empty()) packet.data = "{}";

  SocketConnecting event{socket.id, id, packet.nsp, std::move(packet.data), {}};
  RecoveryWords words = recovery_words(event.auth);
  if (words.asked) socket.pids = std::make_unique<HubPids>();
  if (words.asked && !words.pid.empty() && words.pid.size() <= kMaxPid) {
    socket.pids->shown = words.pid;
    event.recovery = RecoveryRequest{std::move(words.pid), std::move(words.offset), {}};
    const auto former = remembered.find(socket.pids->shown);
    if (former != remembered.end() && former->second.nsp == *socket.nsp) {
      event.recovery->former = former->second.id;
    }
  }
  events.push_back(std::move(event));
  return absl::OkStatus();
}

void HubState::acked(HubSocket& socket, SocketPacket packet) {
  if (!packet.ack || socket.acks == nullptr) return;
  const auto asked = socket.acks->waiting.find(*packet.ack);
  if (asked == socket.acks->waiting.end()) return;  // too late, or never asked for
  pending.erase({asked->second, socket.id.value, asked->first});
  socket.acks->waiting.erase(asked);
  const std::size_t first = packet.data.find('[') + 1;
  events.push_back(SocketAcked{socket.id,
                               {*packet.ack},
                               packet.data.substr(first, packet.data.rfind(']') - first),
                               std::move(packet.attachments)});
}

}  // namespace auction
