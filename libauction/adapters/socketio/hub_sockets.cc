// How sockets come and go.
#include <algorithm>

#include "libauction/adapters/socketio/hub_internal.h"
#include "libauction/adapters/socketio/json_text_internal.h"

namespace auction {
namespace {

bool may_come_back(CloseReason reason) {
  return reason != CloseReason::kClientLeft && reason != CloseReason::kServerLeft &&
         reason != CloseReason::kParseError;
}

}  // namespace

void SocketHub::accept(SocketId socket) {
  HubSocket* found = state_->find(socket);
  if (found != nullptr && !found->accepted) state_->accept(*found, false);
}

void SocketHub::recover(SocketId socket) {
  HubSocket* found = state_->find(socket);
  if (found == nullptr || found->accepted) return;
  state_->accept(*found, found->recovers() && !found->pids->shown.empty());
}

void HubState::accept(HubSocket& socket, bool recovered) {
  socket.accepted = true;
  std::string sid = new_name();
  if (socket.recovers()) socket.pids->own = recovered ? socket.pids->shown : new_name();
  enter(socket, "");
  const auto former = recovered ? remembered.find(socket.pids->own) : remembered.end();
  if (former != remembered.end() && former->second.nsp == *socket.nsp) {
    sid = std::move(former->second.sid);
    for (const std::string& room : former->second.rooms) enter(socket, room);
    remembered.erase(former);
  }
  HubConnection& connection = connections.at(socket.connection.value);
  if (connection.unrest != nullptr) std::erase(connection.unrest->left, *socket.nsp);
  set_deadline(socket.connection, connection);

  std::string reply = "{\"sid\":" + quoted(sid);
  if (socket.recovers()) {
    reply += ",\"pid\":" + quoted(socket.pids->own);
    socket.pids->sid = std::move(sid);
  }
  send(socket, frames_of({SocketPacketType::kConnect, *socket.nsp, {}, reply + "}", {}}), false);
}

void SocketHub::refuse(SocketId socket, std::string_view message, std::string_view data) {
  HubSocket* found = state_->find(socket);
  if (found == nullptr || found->accepted) return;
  std::string text = "{\"message\":" + quoted(message);
  if (!data.empty()) text.append(",\"data\":").append(data);
  text += '}';
  state_->send(*found,
               frames_of({SocketPacketType::kConnectError, *found->nsp, {}, std::move(text), {}}),
               false);
  std::erase(state_->connections.at(found->connection.value).sockets, socket);
  state_->sockets.erase(socket.value);
}

void SocketHub::disconnect(SocketId socket) {
  HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr) return;
  state_->send(*found, frames_of({SocketPacketType::kDisconnect, *found->nsp, {}, {}, {}}), false);
  HubConnection& connection = state_->connections.at(found->connection.value);
  if (connection.unrest == nullptr) connection.unrest = std::make_unique<HubUnrest>();
  connection.unrest->left.push_back(*found->nsp);
  state_->end(*found, CloseReason::kServerLeft);
}

void HubState::end(HubSocket& socket, CloseReason reason) {
  events.push_back(SocketClosed{socket.id, reason});
  if (socket.recovers() && socket.accepted && may_come_back(reason)) remember(socket);
  for (const std::string* room : socket.rooms) go(socket, *room);
  if (socket.acks != nullptr) {
    for (const auto& [ack, deadline] : socket.acks->waiting) {
      pending.erase({deadline, socket.id.value, ack});
    }
  }
  const ConnectionId connection = socket.connection;
  HubConnection& place = connections.at(connection.value);
  std::erase(place.sockets, socket.id);
  sockets.erase(socket.id.value);
  set_deadline(connection, place);
}

void HubState::end_connection(ConnectionId id, CloseReason reason) {
  const auto found = connections.find(id.value);
  if (found == connections.end()) return;
  while (!found->second.sockets.empty()) {
    end(sockets.at(found->second.sockets.front().value), reason);
  }
  lonely.erase({found->second.deadline, id.value});
  connections.erase(found);
}

void HubState::remember(const HubSocket& socket) {
  const Instant until = now + rules.recovery_window;
  std::vector<std::string> names;
  for (const std::string* room : socket.rooms) names.push_back(*room);
  remembered[socket.pids->own] = {socket.id, *socket.nsp, socket.pids->sid, std::move(names),
                                  until};
  forgetting.emplace_back(until, socket.pids->own);
}

void HubState::set_deadline(ConnectionId id, HubConnection& connection) {
  const bool alone = std::ranges::none_of(
      connection.sockets, [&](SocketId id_of_one) { return sockets.at(id_of_one.value).accepted; });
  lonely.erase({connection.deadline, id.value});
  connection.deadline = alone ? now + rules.connect_timeout : kNever;
  if (alone) lonely.insert({connection.deadline, id.value});
}

}  // namespace auction
