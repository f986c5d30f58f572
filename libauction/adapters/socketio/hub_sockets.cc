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
  state_->accept(*found, !found->pid_shown.empty());
}

void HubState::accept(HubSocket& socket, bool recovered) {
  socket.accepted = true;
  socket.sid = new_name();
  if (socket.recovers) socket.pid = recovered ? socket.pid_shown : new_name();
  const auto former = recovered ? remembered.find(socket.pid) : remembered.end();
  if (former != remembered.end() && former->second.nsp == socket.nsp) {
    socket.sid = former->second.sid;
    socket.rooms = std::move(former->second.rooms);
    remembered.erase(former);
  }
  socket.rooms.insert("");
  for (const std::string& room : socket.rooms) {
    std::vector<SocketId>& members = rooms[socket.nsp][room];
    members.insert(std::ranges::upper_bound(members, socket.id), socket.id);
  }
  HubConnection& connection = connections.at(socket.connection.value);
  connection.left.erase(socket.nsp);
  set_deadline(socket.connection, connection);

  std::string reply = "{\"sid\":" + quoted(socket.sid);
  if (!socket.pid.empty()) reply += ",\"pid\":" + quoted(socket.pid);
  send(socket, frames_of({SocketPacketType::kConnect, socket.nsp, {}, reply + "}", {}}), false);
}

void SocketHub::refuse(SocketId socket, std::string_view message, std::string_view data) {
  HubSocket* found = state_->find(socket);
  if (found == nullptr || found->accepted) return;
  std::string text = "{\"message\":" + quoted(message);
  if (!data.empty()) text.append(",\"data\":").append(data);
  text += '}';
  state_->send(*found,
               frames_of({SocketPacketType::kConnectError, found->nsp, {}, std::move(text), {}}),
               false);
  state_->connections.at(found->connection.value).sockets.erase(found->nsp);
  state_->sockets.erase(socket.value);
}

void SocketHub::disconnect(SocketId socket) {
  HubSocket* found = state_->find_accepted(socket);
  if (found == nullptr) return;
  state_->send(*found, frames_of({SocketPacketType::kDisconnect, found->nsp, {}, {}, {}}), false);
  state_->connections.at(found->connection.value).left.insert(found->nsp);
  state_->end(*found, CloseReason::kServerLeft);
}

void HubState::end(HubSocket& socket, CloseReason reason) {
  events.push_back(SocketClosed{socket.id, reason});
  if (socket.recovers && socket.accepted && may_come_back(reason)) remember(socket);
  for (const std::string& room : socket.rooms) {
    auto& places = rooms[socket.nsp];
    std::erase(places[room], socket.id);
    if (places[room].empty()) places.erase(room);
  }
  for (const auto& [ack, deadline] : socket.acks) pending.erase({deadline, socket.id.value, ack});
  const ConnectionId connection = socket.connection;
  HubConnection& place = connections.at(connection.value);
  place.sockets.erase(socket.nsp);
  sockets.erase(socket.id.value);
  set_deadline(connection, place);
}

void HubState::end_connection(ConnectionId id, CloseReason reason) {
  const auto found = connections.find(id.value);
  if (found == connections.end()) return;
  while (!found->second.sockets.empty()) {
    end(sockets.at(found->second.sockets.begin()->second.value), reason);
  }
  lonely.erase({found->second.deadline, id.value});
  connections.erase(found);
}

void HubState::remember(const HubSocket& socket) {
  const Instant until = now + rules.recovery_window;
  remembered[socket.pid] = {socket.id, socket.nsp, socket.sid, socket.rooms, until};
  forgetting.emplace_back(until, socket.pid);
}

void HubState::set_deadline(ConnectionId id, HubConnection& connection) {
  const bool alone = std::ranges::none_of(connection.sockets, [&](const auto& place) {
    return sockets.at(place.second.value).accepted;
  });
  lonely.erase({connection.deadline, id.value});
  connection.deadline = alone ? now + rules.connect_timeout : kNever;
  if (alone) lonely.insert({connection.deadline, id.value});
}

}  // namespace auction
